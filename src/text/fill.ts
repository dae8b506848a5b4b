import { remembered } from '../model/on-demand.js';

/** Values by placeholder name. Absent and undefined are the same. */
export type FillValues = { readonly [name: string]: string | undefined };

/** A text cut at its placeholders: literal, name, literal, name, … literal. Texts of a catalogue are few, fillings many. */
const piecesOf = remembered((text) => text.split(/\{([A-Za-z][A-Za-z0-9]*)\}/));

/** A template cut at its square brackets: always there, optional, always there, … */
const segmentsOf = remembered((template) => template.split(/\[([^[\]]*)\]/));

/** Puts values in the place of `{name}`; a placeholder without a value is left out. Values are never expanded again. */
export function fillTemplate(text: string, values: FillValues): string {
  return piecesOf(text)
    .map((piece, index) => (index % 2 === 0 ? piece : (values[piece] ?? '')))
    .join('');
}

/**
 * The same for our own templates, which may put a piece in square brackets: it stays only where every
 * placeholder in it has a value. `at most {max}[ (here {here})]`.
 */
export function fillOptional(template: string, values: FillValues): string {
  const stays = (segment: string): boolean =>
    placeholderNames(segment).every((name) => values[name] !== undefined && values[name] !== '');
  return segmentsOf(template)
    .map((segment, index) => (index % 2 === 0 || stays(segment) ? fillTemplate(segment, values) : ''))
    .join('');
}

/** Names of the placeholders of a text, in order of occurrence. */
export function placeholderNames(text: string): readonly string[] {
  return piecesOf(text).filter((_, index) => index % 2 === 1);
}
