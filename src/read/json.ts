import type {
  ByteSource,
  Head,
  ObjectRecord,
  OpenContainer,
  Opened,
  Place,
  RawRecord,
  ReadLayout,
} from '../model/reading.js';
import { keysByPointer, keysOf } from './json-signature.js';
import { JsonSplitter, type Piece } from './json-splitter.js';
import { depthLimit } from './json-value-end.js';
import { firstFault, parseValue, placeOfPointer } from './json-values.js';
import { placeWithin } from './places.js';
import { TextInput } from './text-input.js';

/** Characters one record may have. */
export const recordLimit = 16 * 1024 ** 2;
const batchRecords = 500;

/** Whole JSON documents: an array of records, an object that holds one, or a single record. */
export const openJson: OpenContainer = async (source, head) => new JsonDocument(source, head).opened();

/** A record as a reader gives it. Places are only found when somebody asks. */
export function objectRecord(number: number, piece: Piece, value: ObjectRecord['value']): ObjectRecord {
  return { kind: 'object', number, value, place: (pointer) => placeOfPointer(piece.text, pointer, piece.start) };
}

/** What a value that is no record is called in a notice; nothing for an object. */
export function notObject(value: ObjectRecord['value']): string | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? undefined : typeof value;
}

class JsonDocument {
  readonly #input: TextInput;
  readonly #keys: { readonly [pointer: string]: readonly string[] };
  #records = 0;
  #lost = false;

  constructor(source: ByteSource, head: Head) {
    this.#input = new TextInput(source, head);
    this.#keys = keysByPointer(head.text);
  }

  opened(): Opened {
    const input = this.#input;
    return {
      container: 'json',
      signature: { keys: this.#keys },
      get encoding() {
        return input.encoding;
      },
      records: (layout) => this.#batches(layout),
      outcome: () => input.outcome(this.#lost),
      close: () => input.close(),
    };
  }

  /** Without a pointer: the first array of objects there is, else the document itself. */
  #pointer(layout: ReadLayout): string {
    return layout.pointer ?? Object.keys(this.#keys).find((pointer) => pointer !== '') ?? '';
  }

  async *#batches(layout: ReadLayout): AsyncGenerator<readonly RawRecord[]> {
    const splitter = new JsonSplitter(keysOf(this.#pointer(layout)), recordLimit);
    try {
      let batch: ObjectRecord[] = [];
      while (await this.#fill(splitter)) {
        for (let piece = splitter.next(); piece; piece = splitter.next()) {
          const record = this.#read(piece);
          if (record) batch.push(record);
          if (this.#input.notices.fatal) break;
          if (batch.length < batchRecords) continue;
          yield batch;
          batch = [];
        }
        if (splitter.stop || this.#input.notices.fatal) break;
      }
      if (batch.length > 0) yield batch;
      await this.#finish(splitter);
    } finally {
      await this.#input.close();
    }
  }

  #ended = false;

  /** Gives the splitter more text; false when it has had all of it. */
  async #fill(splitter: JsonSplitter): Promise<boolean> {
    if (this.#ended) return false;
    const block = await this.#input.next();
    if (block) {
      this.#input.noteFaults(block, (offset) => splitter.placeAhead(block.text, offset));
      splitter.feed(block.text);
    } else {
      this.#ended = true;
      splitter.end();
    }
    return true;
  }

  #read(piece: Piece): ObjectRecord | undefined {
    const { notices } = this.#input;
    try {
      const value = parseValue(piece.text);
      const found = notObject(value);
      if (found === undefined) return objectRecord(++this.#records, piece, value);
      this.#lost = true;
      notices.tally('json-not-record', 'fault', () => ({ place: piece.start, values: { found } }));
    } catch {
      const { offset, detail } = firstFault(piece.text);
      notices.add('json-broken', 'fatal', placeWithin(piece.text, offset, piece.start), { detail });
    }
    return undefined;
  }

  async #finish(splitter: JsonSplitter): Promise<void> {
    const { notices } = this.#input;
    const { stop } = splitter;
    const end: Place = stop?.place ?? splitter.place;
    await this.#input.finish(end);
    if (stop?.id === 'limit-reached') {
      const limit = stop.detail === 'depth' ? depthLimit : recordLimit;
      notices.add('limit-reached', 'fatal', end, { limit, what: stop.detail });
    } else if (stop && !this.#input.cut) {
      notices.add('json-broken', 'fatal', end, { detail: stop.detail });
    }
    if (this.#records === 0 && !notices.fatal) notices.add('no-records', 'note', end);
  }
}
