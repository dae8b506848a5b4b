import { type FindText, offsetFinder } from './editable.js';

/** Strings of a JSON text by the place of their opening quote. Numbers are left: as text they would be another type. */
export function jsonTexts(text: string): FindText {
  const offsetOf = offsetFinder(text);
  return (place) => {
    const at = offsetOf(place);
    if (at === undefined) return undefined;
    const literal = /"(?:[^"\\\u0000-\u001f]|\\.)*"/uy;
    literal.lastIndex = at;
    const [written] = literal.exec(text) ?? [];
    const value = written === undefined ? undefined : parsedString(written);
    if (written === undefined || value === undefined) return undefined;
    return {
      start: at + 1,
      end: at + written.length - 1,
      text: value,
      write: (other) => JSON.stringify(other).slice(1, -1),
    };
  };
}

function parsedString(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The text of an element by the place of its start tag: of one that holds nothing but plain characters. */
export function xmlTexts(text: string): FindText {
  const offsetOf = offsetFinder(text);
  return (place) => {
    const at = offsetOf(place);
    if (at === undefined) return undefined;
    const element = /<([^\s/>]+)(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>([^<&]*)<\/\1\s*>/uy;
    element.lastIndex = at;
    const found = element.exec(text);
    const [whole, name = '', value = ''] = found ?? [];
    // An empty element has no text, and what follows it is not its own.
    if (whole === undefined || whole.charAt(whole.indexOf('>') - 1) === '/') return undefined;
    const start = at + whole.lastIndexOf('</') - value.length;
    if (text.slice(start, start + value.length) !== value || name === '') return undefined;
    const write = (other: string): string | undefined => (/[<&>]/u.test(other) ? undefined : other);
    return { start, end: start + value.length, text: value, write };
  };
}
