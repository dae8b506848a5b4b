import type { OwnText } from './language.js';

/** The user's mistake (a flag, a file, a catalogue): one clear message, its place, one suggestion. Never shown with a stack. */
export class UserError extends Error {
  readonly text: OwnText;
  readonly place: { readonly file: string; readonly line?: number; readonly column?: number } | undefined;
  readonly suggestion: OwnText | undefined;
  /** The user's own word, where one is to blame. */
  readonly word: string | undefined;

  constructor(
    text: OwnText,
    details: {
      place?: UserError['place'];
      suggestion?: OwnText | undefined;
      word?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(text.en, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'UserError';
    this.text = text;
    this.place = details.place;
    this.suggestion = details.suggestion;
    this.word = details.word;
  }

  /** The same mistake with its place. */
  at(place: NonNullable<UserError['place']>): UserError {
    const { text, suggestion, word, cause } = this;
    return new UserError(text, { place, suggestion, word, cause });
  }
}
