import type { Language } from '../model/language.js';
import { say } from '../text/statement-words.js';

/** What is there, and plainly that nothing is. */
export function foundText(actual: string | undefined, language: Language): string {
  return actual === undefined || actual === '' ? say('nothing', language) : actual;
}
