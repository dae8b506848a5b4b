import { nearestWord } from '../text/nearest.js';

/** ` — did you mean 'x'?`, or nothing. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const found = nearestWord(word, [...words]);
  return found === undefined ? '' : ` — did you mean '${found}'?`;
}
