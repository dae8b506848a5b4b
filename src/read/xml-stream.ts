import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Place } from '../model/reading.js';
import type { XmlAttribute } from '../model/record.js';
import type { Notices } from './notices.js';
import { LineCursor } from './places.js';

/** Characters of one token: a text, a comment, an attribute. */
export const tokenLimit = 16 * 1024 ** 2;
const attributeLimit = 1000;
const depthLimit = 256;

/** A start tag with the place of its `<`. */
export type StartTag = {
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  /** As written, without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  /** Namespaces declared here. */
  readonly declared: readonly string[];
  readonly place: Place;
};

export type XmlEvents = {
  readonly open: (tag: StartTag) => void;
  readonly close: () => void;
  readonly text: (text: string) => void;
};

/** Ends the parsing from inside a handler; never leaves this file. */
class Halt extends Error {}

/** Faults after which the rest still means what it says. */
const bearable = /^(unbound namespace prefix|an XML declaration must be at the start)/;

/**
 * Parses XML that comes in pieces and tells places exactly. A DOCTYPE, a fault and a limit end it with a fatal
 * notice; what was told before stands. No entity but the five of XML itself is ever expanded.
 */
export class XmlStream {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #events: XmlEvents;
  readonly #notices: Notices;
  readonly #cursor = new LineCursor();
  /** Text from `#base` (characters from the start of the file) on; the cursor stands at `#seen`. */
  #text = '';
  #base = 0;
  #seen = 0;
  /** Where the last event ended. */
  #last = 0;
  #depth = 0;
  #tagPlace: Place = { line: 1, column: 1 };
  /** The root has begun. */
  #inDocument = false;
  #zeros = '';
  #stopped = false;

  constructor(events: XmlEvents, notices: Notices) {
    this.#events = events;
    this.#notices = notices;
    this.#listen();
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Where the text so far ends, or where reading stopped. */
  get place(): Place {
    return this.#stopped ? this.#cursor.place : this.#placeOf(this.#base + this.#text.length);
  }

  write(piece: string): void {
    if (this.#stopped) return;
    const all = this.#zeros + piece;
    // Zero bytes at the very end of a file are padding; only what follows them tells.
    this.#zeros = all.endsWith('\0') ? (/\0+$/.exec(all)?.[0] ?? '') : '';
    const text = all.slice(0, all.length - this.#zeros.length);
    this.#text = this.#text.slice(this.#seen) + text;
    this.#base += this.#seen;
    this.#seen = 0;
    this.#guarded(() => {
      this.#parser.write(text);
      this.#checkToken();
      this.#forget();
    });
  }

  end(): void {
    if (this.#stopped) return;
    if (this.#zeros.length > 0) {
      const count = this.#zeros.length;
      this.#notices.add('nul-characters', 'note', this.place, { count });
    }
    this.#guarded(() => this.#parser.close());
  }

  /** Place of an offset in the piece about to be written. */
  placeAhead(piece: string, offset: number): Place {
    const cursor = new LineCursor(this.#cursor.place);
    const rest = this.#text.slice(this.#seen) + this.#zeros;
    cursor.advance(rest + piece, 0, rest.length + offset);
    return cursor.place;
  }

  /** Six handlers and no more: with a seventh V8 makes the parser a slow object, and parsing takes four times as long. */
  #listen(): void {
    const parser = this.#parser;
    parser.on('error', (error) => this.#onFault(error.message));
    parser.on('opentagstart', () => {
      if (!this.#inDocument) this.#refuseDoctype();
      this.#inDocument = true;
      this.#tick();
      this.#tagPlace = this.#placeOf(this.#startOfTag());
      if (++this.#depth > depthLimit) this.#limit('depth', depthLimit);
    });
    parser.on('opentag', (tag) => {
      const places = this.#attributePlaces(tag);
      this.#tick();
      if (Object.keys(tag.attributes).length > attributeLimit) this.#limit('attributes', attributeLimit);
      this.#events.open(startTag(tag, this.#tagPlace, places));
    });
    parser.on('closetag', () => {
      this.#tick();
      this.#depth--;
      this.#events.close();
    });
    parser.on('text', (piece) => {
      // White space before the root is told too, and with it the DOCTYPE would be passed.
      if (!this.#inDocument) this.#refuseDoctype();
      this.#tick();
      // A text is told when the `<` after it has been read, which is the next tag's.
      this.#last--;
      if (this.#depth > 0) this.#events.text(piece);
    });
    parser.on('cdata', (piece) => {
      this.#tick();
      if (this.#depth > 0) this.#events.text(piece);
    });
  }

  /** Where the attributes of the start tag that was just read stand, by name; namespace declarations aside. */
  #attributePlaces({ attributes }: SaxesTagNS): ReadonlyMap<string, Place> {
    const places = new Map<string, Place>();
    if (Object.keys(attributes).every(isDeclaration)) return places;
    const cursor = new LineCursor(this.#cursor.place);
    let at = this.#seen;
    const source = this.#text.slice(0, this.#parser.position - this.#base);
    attributePattern.lastIndex = Math.max(this.#last - this.#base, 0);
    for (let found = attributePattern.exec(source); found !== null; found = attributePattern.exec(source)) {
      cursor.advance(source, at, found.index);
      at = found.index;
      places.set(found[1] ?? '', cursor.place);
    }
    return places;
  }

  #tick(): void {
    this.#checkToken();
    this.#last = this.#parser.position;
  }

  #checkToken(): void {
    if (this.#parser.position - this.#last <= tokenLimit) return;
    this.#haltAtAmpersand();
    this.#limit('text', tokenLimit);
  }

  #limit(what: string, limit: number): never {
    return this.#halt('limit-reached', this.#placeOf(this.#last), { what, limit });
  }

  /**
   * A raw `&` makes the parser read on for the `;` of an entity, often for many lines: the fault is where the `&` is.
   */
  #haltAtAmpersand(): void {
    const token = this.#pending();
    const at = token.search(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/);
    if (at < 0) return;
    const entity = /^&[\p{L}\p{N}._-]{1,40};/u.exec(token.slice(at, at + 50))?.[0];
    const detail = entity ? `undefined entity ${entity}` : '& is not written as &amp;';
    this.#halt('xml-broken', this.#placeOf(this.#last + at), { detail });
  }

  /** Before the root there can only be white space, comments, instructions and a DOCTYPE. */
  #refuseDoctype(): void {
    const at = this.#pending().indexOf('<!DOCTYPE');
    if (at >= 0) this.#halt('xml-doctype', this.#placeOf(this.#last + at), {});
  }

  /** What was read since the last event, blank where it is a comment, an instruction or CDATA. */
  #pending(): string {
    const text = this.#text.slice(this.#last - this.#base, this.#parser.position - this.#base);
    const marked = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*/g;
    return text.replace(marked, (piece) => ' '.repeat(piece.length));
  }

  #onFault(message: string): void {
    const detail = message.replace(/\.$/, '');
    if (!this.#inDocument) this.#refuseDoctype();
    if (/entity|^unclosed|^unexpected end/.test(detail)) this.#haltAtAmpersand();
    const closing = /^(unexpected close tag|unmatched closing tag)/.test(detail);
    // The parser has just read the character at fault; of a closing tag, its last.
    const at = closing
      ? this.#startOfTag()
      : this.#parser.position - (/^(unclosed|unexpected end)/.test(detail) ? 0 : 1);
    const place = this.#placeOf(at);
    if (!bearable.test(detail)) this.#halt('xml-broken', place, { detail });
    this.#notices.tally('xml-broken', 'fault', () => ({ place, values: { detail } }));
  }

  /** Offset of the last `<` the parser has passed. */
  #startOfTag(): number {
    return this.#base + Math.max(this.#text.lastIndexOf('<', this.#parser.position - this.#base - 1), 0);
  }

  /** The cursor only moves forward, so nothing behind it can be asked for. */
  #placeOf(offset: number): Place {
    const to = Math.min(Math.max(offset - this.#base, this.#seen), this.#text.length);
    this.#cursor.advance(this.#text, this.#seen, to);
    this.#seen = to;
    return this.#cursor.place;
  }

  /** Moves the cursor to the end of the last event: text before it is not needed any more. */
  #forget(): void {
    this.#placeOf(this.#last);
  }

  #halt(
    id: 'xml-broken' | 'xml-doctype' | 'limit-reached',
    place: Place,
    values: { [name: string]: string | number },
  ): never {
    this.#notices.add(id, 'fatal', place, values);
    this.#stopped = true;
    throw new Halt(id);
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
    }
  }
}

/** Name and quoted value, as they stand in a start tag. */
const attributePattern = /([^\s=/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

function startTag(tag: SaxesTagNS, place: Place, places: ReadonlyMap<string, Place>): StartTag {
  const attributes: XmlAttribute[] = [];
  const declared: string[] = [];
  for (const { name, value } of Object.values(tag.attributes)) {
    if (isDeclaration(name)) declared.push(value);
    else attributes.push({ name, value, ...places.get(name) });
  }
  return { name: tag.local, namespace: tag.uri, prefix: tag.prefix, attributes, declared, place };
}

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}
