import type { Expectation } from '../model/finding.js';
import type { HidePersonal } from '../model/report.js';
import { alternatives, negation, nestedExpectations } from './expectation-values.js';

const longestMask = 20;

/**
 * Personal data made unreadable but recognisable to whoever has the file: an identity or telephone number keeps its
 * first three and last two characters, a name its first, an address its first three, an e-mail its first and its host.
 * The number of stars is the number of characters hidden, up to twenty, because a wrong length is often the finding.
 */
export function maskPersonal(value: string): string {
  const text = value.trim();
  const at = text.lastIndexOf('@');
  if (at > 0) return `${keepEnds(text.slice(0, at), 1, 0)}${text.slice(at)}`;
  if (/\p{Script=Han}/u.test(text)) return keepEnds(text, [...text].length > 4 ? 3 : 1, 0);
  if (/^\p{L}[\p{L}.'’-]*( +\p{L}[\p{L}.'’-]*)*$/u.test(text)) {
    return text
      .split(/ +/)
      .map((word) => keepEnds(word, 1, 0))
      .join(' ');
  }
  const length = [...text].length;
  if (length >= 11) return keepEnds(text, 3, 2);
  return length >= 6 ? keepEnds(text, 2, 1) : keepEnds(text, length > 2 ? 1 : 0, 0);
}

/** The values of these expectations come out of the data, not out of a rule. */
const fromData: { readonly [id: string]: readonly string[] } = {
  'equal-to-partner': ['value'],
  'match-partner': ['value'],
  'date-order': ['value'],
  comparison: ['value'],
  'one-of-fields': ['values'],
  'unique-items': ['repeated'],
  'no-term': ['term'],
};

/** An expectation of a personal field with the values taken from the data hidden. */
export function hideInExpectation(expected: Expectation, hide: HidePersonal): Expectation {
  if (expected.id === 'alternatives' || expected.id === 'not') return hideNested(expected, hide);
  const names = [...(fromData[expected.id] ?? []), 'restored'];
  const values = Object.entries(expected.values).map(([name, value]) => [
    name,
    names.includes(name) ? hideValue(name, value, hide) : value,
  ]);
  return { id: expected.id, values: Object.fromEntries(values) };
}

function hideValue(name: string, value: string, hide: HidePersonal): string {
  return name === 'values' ? value.split('\n').map(hide).join('\n') : hide(value);
}

function hideNested(outer: Expectation, hide: HidePersonal): Expectation {
  const inner = nestedExpectations(outer).map((one) => hideInExpectation(one, hide));
  const [first] = inner;
  if (first === undefined) return outer;
  return outer.id === 'not' ? negation(first) : alternatives(inner);
}

function keepEnds(text: string, first: number, last: number): string {
  const characters = [...text];
  const hidden = Math.max(1, characters.length - first - last);
  const head = characters.slice(0, first).join('');
  const tail = last > 0 ? characters.slice(-last).join('') : '';
  if (characters.length <= first) return `${characters.slice(0, Math.max(0, first - 1)).join('')}*`;
  return `${head}${'*'.repeat(Math.min(hidden, longestMask))}${tail}`;
}
