/** Values by placeholder name. Absent and undefined are the same. */
export type FillValues = { readonly [name: string]: string | undefined };

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;
const optionalSegment = /\[([^[\]]*)\]/g;

/** Puts values in the place of `{name}`; a placeholder without a value is left out. Values are never expanded again. */
export function fillTemplate(text: string, values: FillValues): string {
  return text.replace(placeholder, (_, name: string) => values[name] ?? '');
}

/**
 * The same for our own templates, which may put a piece in square brackets: it stays only where every
 * placeholder in it has a value. `at most {max}[ (here {here})]`.
 */
export function fillOptional(template: string, values: FillValues): string {
  const kept = template.replace(optionalSegment, (_, inner: string) =>
    placeholderNames(inner).every((name) => values[name] !== undefined && values[name] !== '') ? inner : '',
  );
  return fillTemplate(kept, values);
}

/** Names of the placeholders of a text, in order of occurrence. */
export function placeholderNames(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}
