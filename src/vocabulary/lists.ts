import type { CodeList, TermList } from '../model/codes.js';

/** A term list made ready for searching. */
export type TermFinder = (text: string) => FoundTerm | undefined;
export type FoundTerm = { readonly term: string; readonly at: number };

/** Codes of a list as a set. */
export function codeSet(list: CodeList): ReadonlySet<string> {
  return new Set(list.entries.map((entry) => entry.code));
}

/**
 * Finds the first term of the list that stands outside its innocent contexts. Terms of letters must be whole words;
 * Chinese has no word borders, so its contexts carry the distinction.
 */
export function termFinder(list: TermList): TermFinder {
  const terms = list.terms.map(({ term, except = [] }) => ({
    term,
    expression: new RegExp(wholeWord(term), 'giu'),
    except: except.map((context) => context.toLowerCase()),
  }));
  // One look at the text settles it for nearly every listing: no term of the list is there at all.
  const any = new RegExp(list.terms.map(({ term }) => wholeWord(term)).join('|'), 'iu');
  return (text) => {
    if (terms.length === 0 || !any.test(text)) return undefined;
    let first: FoundTerm | undefined;
    for (const { term, expression, except } of terms) {
      for (const match of text.matchAll(expression)) {
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
  const escaped = term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[\p{Script=Latin}\d]/u.test(term) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{Script=Latin}\d]$/u.test(term) ? '(?![\\p{L}\\p{N}])' : '';
  return before + escaped + after;
}
