import type { Text } from './language.js';

/** The user's mistake (a flag, a file, a catalogue): one clear message, its place, one suggestion. Never shown with a stack. */
export class UserError extends Error {
  readonly text: Text;
  readonly place: { readonly file: string; readonly line?: number; readonly column?: number } | undefined;
  readonly suggestion: Text | undefined;

  constructor(text: Text, details: { place?: UserError['place']; suggestion?: Text; cause?: unknown } = {}) {
    super(text.en, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'UserError';
    this.text = text;
    this.place = details.place;
    this.suggestion = details.suggestion;
  }
}
