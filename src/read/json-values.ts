import { type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Json } from '../model/condition.js';
import type { Place } from '../model/reading.js';
import { ValueEnd } from './json-value-end.js';
import { placeWithin } from './places.js';

/** Digits a JSON number may have before a double would change some of them. */
const safeDigits = 15;

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** The value of a JSON text; a number that would lose digits is the text it was written with. Throws SyntaxError. */
export function parseValue(text: string): Json {
  // Only a long row of digits, or an exponent of three, can lose anything: most records are parsed as they are.
  const precise = /\d[\d.]{15}|\d[eE][+-]?\d{3}/.test(text) ? quoteLongNumbers(text) : text;
  const value: Json = JSON.parse(precise);
  return value;
}

/** Puts numbers that a double cannot hold into quotes; strings are passed over. */
function quoteLongNumbers(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const outside = text.slice(at, quote < 0 ? text.length : quote);
    result += outside.replace(/-?\d[\d.eE+-]*/g, (number) => {
      const wellFormed = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(number);
      return wellFormed && losesDigits(number) ? `"${number}"` : number;
    });
    if (quote < 0) break;
    const end = new ValueEnd().scan(text, quote);
    at = end < 0 ? text.length : end;
    result += text.slice(quote, at);
  }
  return result;
}

function losesDigits(number: string): boolean {
  const digits = number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '');
  const value = Number(number);
  return digits.length > safeDigits || !Number.isFinite(value) || (value === 0 && digits !== '');
}

/** The first thing wrong in a JSON text: its offset and what it is. */
export function firstFault(text: string): { readonly offset: number; readonly detail: string } {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, strict);
  } catch (error) {
    // The parser goes on behind a fault, as deep as brackets lead it.
    if (!(error instanceof RangeError)) throw error;
  }
  const [first] = errors.sort((a, b) => a.offset - b.offset);
  if (!first) return { offset: 0, detail: 'syntax' };
  return { offset: first.offset, detail: words(printParseErrorCode(first.error)) };
}

/** `CommaExpected` → `comma expected`. */
function words(code: string): string {
  return code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

/** Place of the value a JSON pointer leads to, or of its nearest ancestor that exists. */
export function placeOfPointer(text: string, pointer: string, start: Place): Place {
  if (pointer === '') return start;
  let node = parseTree(text);
  if (!node) return start;
  for (const segment of pointer.split('/').slice(1)) {
    const next: Node | undefined = childOf(node, segment.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!next) break;
    node = next;
  }
  return placeWithin(text, node.offset, start);
}

/** Of a key that is there twice the last counts, as in JSON.parse. */
function childOf(node: Node, segment: string): Node | undefined {
  if (node.type === 'array') return /^(0|[1-9]\d*)$/.test(segment) ? node.children?.[Number(segment)] : undefined;
  if (node.type !== 'object') return undefined;
  return node.children?.findLast((property) => property.children?.[0]?.value === segment)?.children?.[1];
}
