import type { CodeList, Term, TermList } from '../model/codes.js';
import { once } from '../model/on-demand.js';

/** A term list made ready for searching. */
export type TermFinder = (text: string) => FoundTerm | undefined;
export type FoundTerm = { readonly term: string; readonly at: number };

/** Codes of a list as a set. */
export function codeSet(list: CodeList): ReadonlySet<string> {
  return new Set(list.entries.map((entry) => entry.code));
}

const starts = new WeakMap<ReadonlySet<string>, Map<number, ReadonlySet<string>>>();

/** The first `length` characters of the codes, each once; worked out once for a set. */
export function codeStarts(codes: ReadonlySet<string>, length: number): ReadonlySet<string> {
  const known = starts.get(codes) ?? new Map<number, ReadonlySet<string>>();
  starts.set(codes, known);
  const found = known.get(length) ?? new Set([...codes].map((code) => code.slice(0, length)));
  known.set(length, found);
  return found;
}

/**
 * Finds the first term of the list that stands outside its innocent contexts. Terms of letters must be whole words;
 * Chinese has no word borders, so its contexts carry the distinction.
 */
export function termFinder(list: TermList): TermFinder {
  // One plain look settles it for nearly every text: no term of the list is there at all. Expressions that mind
  // words and case are dear to make, so they are made only for a text that holds one.
  let any: RegExp | undefined;
  let searches: readonly TermSearch[] | undefined;
  // A list of a thousand characters is asked for those alone that the text holds.
  return (text) => {
    any ??= new RegExp(list.terms.map(({ term }) => escaped(term.toLowerCase())).join('|'));
    if (list.terms.length === 0 || !any.test(lowered(text))) return undefined;
    searches ??= list.terms.map(termSearch);
    let first: FoundTerm | undefined;
    const lower = lowered(text);
    for (const { term, plain, expression, except } of searches) {
      if (!lower.includes(plain)) continue;
      for (const match of text.matchAll(expression())) {
        if (first !== undefined && match.index >= first.at) break;
        if (!insideAny(text, match.index, match[0].length, except)) {
          first = { term, at: match.index };
          break;
        }
      }
    }
    return first;
  };
}

type TermSearch = {
  readonly term: string;
  /** In small letters. */
  readonly plain: string;
  readonly expression: () => RegExp;
  readonly except: readonly string[];
};

function termSearch({ term, except = [] }: Term): TermSearch {
  return {
    term,
    plain: term.toLowerCase(),
    expression: once(() => new RegExp(wholeWord(term), 'giu')),
    except: except.map((context) => context.toLowerCase()),
  };
}

let latest = { text: '', lower: '' };

/** Several lists look at the same text one after another: it is put in small letters once. */
function lowered(text: string): string {
  if (latest.text !== text) latest = { text, lower: text.toLowerCase() };
  return latest.lower;
}

function insideAny(text: string, at: number, length: number, contexts: readonly string[]): boolean {
  return contexts.some((context) => {
    const from = Math.max(0, at + length - context.length);
    return text
      .slice(from, at + context.length)
      .toLowerCase()
      .includes(context);
  });
}

function wholeWord(term: string): string {
  const before = /^[\p{Script=Latin}\d]/u.test(term) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{Script=Latin}\d]$/u.test(term) ? '(?![\\p{L}\\p{N}])' : '';
  return before + escaped(term) + after;
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
