import type { ByteSource, Head, ObjectRecord, OpenContainer, Opened, Place, RawRecord } from '../model/reading.js';
import { notObject, objectRecord, recordLimit } from './json.js';
import { keysByPointer } from './json-signature.js';
import { depthLimit, ValueEnd } from './json-value-end.js';
import { firstFault, parseValue } from './json-values.js';
import { placeWithin } from './places.js';
import { TextInput } from './text-input.js';

const batchRecords = 500;
/** Bad lines that get a notice of their own. */
const ownNotices = 20;

/** JSON Lines: one object per line. A bad line is noted and reading goes on. */
export const openJsonLines: OpenContainer = async (source, head) => new JsonLines(source, head).opened();

class JsonLines {
  readonly #input: TextInput;
  readonly #keys: { readonly [pointer: string]: readonly string[] };
  #text = '';
  #pos = 0;
  #line = 1;
  #records = 0;
  #bad = 0;
  #lost = false;
  #ended = false;

  constructor(source: ByteSource, head: Head) {
    this.#input = new TextInput(source, head);
    this.#keys = firstKeys(head.text);
  }

  opened(): Opened {
    const input = this.#input;
    return {
      container: 'json',
      lineEnds: 'feed',
      signature: { keys: this.#keys },
      get encoding() {
        return input.encoding;
      },
      records: () => this.#batches(),
      outcome: () => input.outcome(this.#lost),
      close: () => input.close(),
    };
  }

  async *#batches(): AsyncGenerator<readonly RawRecord[]> {
    const { notices } = this.#input;
    try {
      let batch: ObjectRecord[] = [];
      while (!this.#ended && !notices.fatal) {
        await this.#fill();
        for (let line = this.#nextLine(); line !== undefined; line = this.#nextLine()) {
          const record = this.#read(line);
          this.#line++;
          if (record) batch.push(record);
          if (batch.length < batchRecords) continue;
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
      const end = this.#end();
      await this.#input.finish(end);
      if (this.#records === 0 && !notices.fatal) notices.add('no-records', 'note', end);
    } finally {
      await this.#input.close();
    }
  }

  async #fill(): Promise<void> {
    const block = await this.#input.next();
    const rest = this.#text.slice(this.#pos);
    if (block) {
      this.#input.noteFaults(block, (offset) => placeWithin(rest + block.text, rest.length + offset, this.#start));
    } else {
      this.#ended = true;
    }
    this.#text = rest + (block?.text ?? '');
    this.#pos = 0;
    if (rest.length <= recordLimit) return;
    this.#input.notices.add('limit-reached', 'fatal', this.#start, { limit: recordLimit, what: 'record' });
  }

  get #start(): Place {
    return { line: this.#line, column: 1 };
  }

  #end(): Place {
    return placeWithin(this.#text.slice(this.#pos), Infinity, this.#start);
  }

  #nextLine(): string | undefined {
    if (this.#input.notices.fatal || this.#pos >= this.#text.length) return undefined;
    const end = this.#text.indexOf('\n', this.#pos);
    if (end < 0 && !this.#ended) return undefined;
    const line = this.#text.slice(this.#pos, end < 0 ? undefined : end);
    const last = end < 0;
    if (last && this.#isCut(line)) return undefined;
    this.#pos = last ? this.#text.length : end + 1;
    return line;
  }

  /** The last line, without a line end, is not a whole value: the file was cut off there. */
  #isCut(line: string): boolean {
    const start = line.search(/\S/);
    if (start < 0 || new ValueEnd().scan(line, start) >= 0) return false;
    if (!this.#input.cut) this.#input.notices.add('truncated', 'fatal', this.#end(), { detail: 'line' });
    return true;
  }

  #read(line: string): ObjectRecord | undefined {
    const { notices } = this.#input;
    const offset = line.search(/[^\s\0]/);
    if (offset < 0) return undefined;
    const text = line.slice(offset);
    const start = placeWithin(line, offset, this.#start);
    const depth = new ValueEnd();
    depth.scan(text, 0);
    if (depth.tooDeep) {
      notices.add('limit-reached', 'fatal', start, { limit: depthLimit, what: 'depth' });
      return undefined;
    }
    try {
      const value = parseValue(text);
      const found = notObject(value);
      if (found === undefined) return objectRecord(++this.#records, { text, start }, value);
      notices.tally('json-not-record', 'fault', () => ({ place: start, values: { found } }));
    } catch {
      this.#noteBad(text, start);
    }
    this.#lost = true;
    return undefined;
  }

  #noteBad(text: string, start: Place): void {
    this.#bad++;
    const { offset, detail } = firstFault(text);
    const place = placeWithin(text, offset, start);
    const { notices } = this.#input;
    if (this.#bad <= ownNotices) notices.add('json-broken', 'fault', place, { detail });
    else notices.tally('json-broken', 'fault', () => ({ place, values: { detail } }));
  }
}

/** Keys of the first record. */
function firstKeys(text: string): { [pointer: string]: readonly string[] } {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return { '': keysByPointer(line)[''] ?? [] };
}
