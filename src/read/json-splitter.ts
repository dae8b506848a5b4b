import type { Place } from '../model/reading.js';
import { isJsonSpace, ValueEnd } from './json-value-end.js';
import { LineCursor } from './places.js';

/** A value cut out of the document, with the place of its first character. */
export type Piece = { readonly text: string; readonly start: Place };

/** Why no more values come before the end. */
export type Stop = { readonly id: 'json-broken' | 'limit-reached'; readonly place: Place; readonly detail: string };

type Frame = { readonly kind: 'object' | 'array'; readonly records: boolean; index: number; key: string; state: State };
/** What must come next in an object or array. */
type State = 'first' | 'item' | 'colon' | 'value' | 'separator';

/**
 * Walks a JSON document that comes in pieces down to the array of records and cuts out its elements, one at a time;
 * everything beside the way is passed over unread. Memory is one element.
 */
export class JsonSplitter {
  readonly #target: readonly string[];
  readonly #limit: number;
  readonly #cursor = new LineCursor();
  readonly #frames: Frame[] = [];
  #text = '';
  #pos = 0;
  /** How far the cursor has come in the text. */
  #seen = 0;
  #final = false;
  #top: 'expected' | 'done' = 'expected';
  #value: { end: ValueEnd; from: number; keep: boolean; length: number } | undefined;
  #stop: Stop | undefined;
  /** The records' array, or the object at the pointer, was there. */
  found = false;

  /** `target`: keys down to the array of records; `limit`: characters an element may have. */
  constructor(target: readonly string[], limit: number) {
    this.#target = target;
    this.#limit = limit;
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  /** Where the walk stands. */
  get place(): Place {
    this.#cursor.advance(this.#text, this.#seen, this.#pos);
    this.#seen = this.#pos;
    return this.#cursor.place;
  }

  feed(text: string): void {
    // What has been walked over is let go; a value being cut out is kept from its start.
    this.#cursor.advance(this.#text, this.#seen, this.#pos);
    this.#text = this.#text.slice(this.#pos) + text;
    if (this.#value) this.#value.from -= this.#pos;
    this.#pos = 0;
    this.#seen = 0;
  }

  end(): void {
    this.#final = true;
  }

  /** Place of an offset in the piece about to be fed. */
  placeAhead(text: string, offset: number): Place {
    const cursor = new LineCursor(this.place);
    cursor.advance(this.#text + text, this.#pos, this.#text.length + offset);
    return cursor.place;
  }

  /** The next record; nothing where more text is needed, or at the end, or after a stop. */
  next(): Piece | undefined {
    while (!this.#stop) {
      if (this.#value) {
        const piece = this.#continueValue();
        if (piece === 'more') return undefined;
        if (piece) return piece;
        continue;
      }
      while (isJsonSpace(this.#text.charCodeAt(this.#pos))) this.#pos++;
      if (this.#pos >= this.#text.length) {
        if (this.#final && (this.#top !== 'done' || this.#frames.length > 0)) this.#break('cut off');
        return undefined;
      }
      if (!this.#step(this.#text.charAt(this.#pos))) return undefined;
    }
    return undefined;
  }

  /** One token of the way to the records; false where it is not all there yet. */
  #step(character: string): boolean {
    const frame = this.#frames.at(-1);
    if (!frame) {
      if (this.#top === 'expected') this.#enter(character);
      else if (character === '\0') this.#pos++;
      else this.#break('end of file expected');
      return true;
    }
    if (
      character === (frame.kind === 'object' ? '}' : ']') &&
      (frame.state === 'first' || frame.state === 'separator')
    ) {
      this.#pos++;
      this.#leave();
      return true;
    }
    if (frame.state === 'separator') return this.#expect(character, ',', frame, 'item', 'comma expected');
    if (frame.state === 'colon') return this.#expect(character, ':', frame, 'value', 'colon expected');
    if (frame.kind === 'object' && frame.state !== 'value') return this.#readKey(character, frame);
    this.#enter(character);
    return true;
  }

  #expect(character: string, wanted: string, frame: Frame, then: State, otherwise: string): boolean {
    if (character === wanted) {
      this.#pos++;
      frame.state = then;
    } else {
      this.#break(otherwise);
    }
    return true;
  }

  #readKey(character: string, frame: Frame): boolean {
    if (character !== '"') {
      this.#break('property name expected');
      return true;
    }
    const end = new ValueEnd().scan(this.#text, this.#pos);
    if (end < 0) {
      if (this.#final || this.#text.length - this.#pos > this.#limit) this.#break('cut off', this.#text.length);
      return this.#final;
    }
    try {
      frame.key = String(JSON.parse(this.#text.slice(this.#pos, end)));
    } catch {
      this.#break('invalid character');
    }
    this.#pos = end;
    frame.state = 'colon';
    return true;
  }

  /** A value begins: go into it, cut it out, or pass over it. */
  #enter(character: string): void {
    if (!/[[{"\-0-9tfn]/.test(character)) {
      this.#break('value expected');
      return;
    }
    const frame = this.#frames.at(-1);
    const path = this.#frames.map((one) => (one.kind === 'array' ? String(one.index) : one.key));
    const onTheWay = !frame?.records && path.every((key, index) => key === this.#target[index]);
    const arrived = onTheWay && path.length === this.#target.length;
    if (arrived) this.found = true;
    if ((arrived && character === '[') || (onTheWay && !arrived && /[[{]/.test(character))) {
      const kind = character === '[' ? 'array' : 'object';
      this.#frames.push({ kind, records: arrived, index: 0, key: '', state: 'first' });
      this.#pos++;
      return;
    }
    this.#value = { end: new ValueEnd(), from: this.#pos, keep: frame?.records === true || arrived, length: 0 };
  }

  #continueValue(): Piece | 'more' | undefined {
    const value = this.#value;
    if (!value) return undefined;
    const end = value.end.scan(this.#text, value.from);
    if (value.end.tooDeep) return this.#halt('limit-reached', 'depth', end);
    if (end < 0 && !this.#final) {
      value.from = this.#text.length;
      if (!value.keep) this.#pos = value.from;
      else if (this.#text.length - this.#pos > this.#limit) return this.#halt('limit-reached', 'record', this.#pos);
      return 'more';
    }
    // A number at the very end of the file is whole; anything else without an end is cut off.
    const stop = end < 0 ? this.#text.length : end;
    const text = this.#text.slice(this.#pos, stop);
    if (end < 0 && (this.#frames.length > 0 || /^[[{"]/.test(text))) return this.#halt('json-broken', 'cut off', stop);
    const start = this.place;
    this.#pos = stop;
    this.#value = undefined;
    this.#afterValue();
    return value.keep ? { text, start } : undefined;
  }

  #leave(): void {
    this.#frames.pop();
    this.#afterValue();
  }

  #afterValue(): void {
    const frame = this.#frames.at(-1);
    if (!frame) {
      this.#top = 'done';
      return;
    }
    frame.state = 'separator';
    frame.index++;
  }

  #break(detail: string, at = this.#pos): void {
    this.#halt('json-broken', detail, at);
  }

  #halt(id: Stop['id'], detail: string, at: number): undefined {
    this.#pos = at;
    this.#stop = { id, place: this.place, detail };
  }
}
