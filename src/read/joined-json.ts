import type { Derived, Remark } from './derived-json.js';
import { openDerived } from './derived-json.js';
import { depthLimit, isJsonSpace, ValueEnd } from './json-value-end.js';
import { firstFault } from './json-values.js';

/**
 * The members of an object, joined with `||` to be signed: `"name":"text"||"name":"{…}"||"name":"[…]"`. An object or a
 * list stands between quotation marks with nothing in it escaped; some leave the marks out.
 */
export const openJoinedJson = openDerived((text) => new JoinedParts(text).derived());

/** What ends a quoted part. */
const partEnd = /"\s*\|\|\s*"/g;

class JoinedParts {
  readonly #text: string;
  readonly #pieces: { readonly text: string; readonly from: number }[] = [];
  readonly #remarks: Remark[] = [];
  readonly #names = new Set<string>();
  #at = 0;
  #cut = false;

  constructor(text: string) {
    this.#text = text;
  }

  derived(): Derived {
    this.#skipSpace();
    this.#add('{', this.#at);
    while (this.#part());
    // Where the text ends within a part, nothing closes the object either.
    if (!this.#cut) this.#add('}', this.#text.length);
    const text = this.#pieces.map((piece) => piece.text).join('');
    return { text, origins: this.#originsOf(text.length), remarks: this.#remarks, joined: [...this.#names] };
  }

  /** Reads one part and the sign behind it; false after the last. */
  #part(): boolean {
    if (!this.#name() || !this.#value()) return false;
    this.#skipSpace();
    if (this.#at === this.#text.length) return false;
    if (!this.#text.startsWith('||', this.#at)) return this.#expected('||');
    this.#add(',', this.#at);
    this.#at += 2;
    this.#skipSpace();
    return true;
  }

  #name(): boolean {
    const found = /"([^"\\\n]{1,100})"\s*:\s*/y;
    found.lastIndex = this.#at;
    const [whole, name = ''] = found.exec(this.#text) ?? [];
    if (whole === undefined) return this.#expected('"name":');
    if (this.#names.has(name)) return this.#broken({ repeated: name });
    this.#names.add(name);
    this.#take(this.#at + whole.length);
    return true;
  }

  #value(): boolean {
    const quoted = /"\s*(?=[{[])/y;
    quoted.lastIndex = this.#at;
    const opening = quoted.exec(this.#text)?.[0];
    if (opening !== undefined) return this.#quotedJson(this.#at + opening.length);
    const next = this.#text[this.#at];
    if (next === undefined || next === '|') return this.#expected('"value"');
    if (next === '{' || next === '[') {
      const name = [...this.#names].at(-1) ?? '';
      this.#remarks.push({ id: 'parts-unquoted', weight: 'note', values: { header: name }, offset: this.#at });
      return this.#json(this.#at, /\s*\|\|\s*"/g);
    }
    return next === '"' ? this.#json(this.#at, partEnd) : this.#number();
  }

  #quotedJson(from: number): boolean {
    if (!this.#json(from, partEnd)) return false;
    this.#skipSpace();
    if (this.#text[this.#at] !== '"') return this.#expected('"');
    this.#at++;
    return true;
  }

  /** A number, or what else stands for itself. */
  #number(): boolean {
    const end = this.#text.indexOf('||', this.#at);
    const value = this.#text.slice(this.#at, end < 0 ? undefined : end).trimEnd();
    if (!isJson(value)) return this.#expected('"value"');
    this.#take(this.#at + value.length);
    return true;
  }

  /** Takes the JSON value that begins here. Where it is broken, all up to the next part is to blame. */
  #json(from: number, ends: RegExp): boolean {
    const value = new ValueEnd();
    const end = value.scan(this.#text, from);
    if (value.tooDeep) return this.#remark('limit-reached', { limit: depthLimit, what: 'depth' }, end);
    if (end >= 0 && isJson(this.#text.slice(from, end))) {
      this.#at = from;
      this.#take(end);
      return true;
    }
    ends.lastIndex = from + 1;
    const next = ends.exec(this.#text);
    this.#at = from;
    if (next === null && end < 0) {
      // The text ends within the value: the JSON reader tells how far it goes.
      this.#take(this.#text.length);
      this.#cut = true;
      return false;
    }
    const broken = this.#text.slice(from, next?.index ?? this.#text.length);
    const { offset, detail } = firstFault(next === null ? broken.replace(/"\s*$/, '') : broken);
    return this.#remark('json-broken', { detail }, from + offset);
  }

  #skipSpace(): void {
    while (isJsonSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  #take(end: number): void {
    this.#add(this.#text.slice(this.#at, end), this.#at);
    this.#at = end;
  }

  #add(piece: string, from: number): void {
    this.#pieces.push({ text: piece, from });
  }

  #originsOf(length: number): Int32Array {
    const origins = new Int32Array(length + 1).fill(this.#text.length);
    let at = 0;
    for (const { text, from } of this.#pieces)
      for (let unit = 0; unit < text.length; unit++) origins[at++] = from + unit;
    return origins;
  }

  #expected(expected: string): false {
    return this.#broken({ expected });
  }

  #remark(id: Remark['id'], values: Remark['values'], offset: number): false {
    this.#remarks.push({ id, weight: 'fatal', values, offset });
    return false;
  }

  #broken(values: Remark['values']): false {
    return this.#remark('parts-broken', values, this.#at);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
