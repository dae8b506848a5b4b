import { isAscii } from 'node:buffer';
import type { ByteSource, Head, Place, ReadOutcome, SourceAccount } from '../model/reading.js';
import type { XmlElement } from '../model/record.js';
import { Decoder, type TextBlock } from './decode.js';
import { declaredEncoding } from './encoding.js';
import { noteGarbled } from './garbled.js';
import { Notices } from './notices.js';

/** A source as decoded text, with the notices about it: what every reader of a text container starts from. */
export class TextInput {
  readonly file: string;
  readonly notices: Notices;
  readonly #source: ByteSource;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #decoder: Decoder;
  #skip: number;
  #ended = false;
  #account: SourceAccount | undefined;
  #envelope: XmlElement | undefined;
  #done = false;
  #returns = false;
  #zeros = false;

  constructor(source: ByteSource, head: Head) {
    this.file = source.name;
    this.notices = new Notices(source.name);
    this.#source = source;
    this.#chunks = source.chunks()[Symbol.asyncIterator]();
    this.#skip = head.bom;
    this.#decoder = new Decoder(head, declaredEncoding(head.bytes));
    this.#noteEncoding();
    if (!isAscii(head.bytes)) noteGarbled(this.notices, head);
  }

  get encoding(): string {
    return this.#decoder.decision.encoding;
  }

  /** Why the bytes ended before the data did; known once the last block has been given. */
  get cut(): SourceAccount['cut'] {
    return this.#account?.cut;
  }

  /** Whether a CR may have come; false is sure. */
  get mayHaveReturns(): boolean {
    return this.#returns;
  }

  /** Whether a NUL may have come; false is sure. */
  get mayHaveZeros(): boolean {
    return this.#zeros;
  }

  /** The next piece of text; nothing after the last. */
  async next(): Promise<TextBlock | undefined> {
    if (this.#ended) return undefined;
    const { done, value } = await this.#chunks.next();
    const before = this.#decoder.decision;
    if (done) {
      this.#ended = true;
      this.#account = await this.#source.finish?.();
    }
    const bytes = done ? new Uint8Array(0) : this.#withoutMark(value);
    // Searching bytes is nearly free; searching text for what hardly ever occurs is not.
    this.#returns ||= bytes.includes(13);
    this.#zeros ||= bytes.includes(0);
    const block = this.#decoder.push(bytes, this.#ended);
    if (this.#decoder.decision !== before) this.#noteEncoding();
    return block;
  }

  /** Notes what of a block could not be decoded; `placeOf` turns an offset in the block into a place. */
  noteFaults(block: TextBlock, placeOf: (offset: number) => Place): void {
    const [first] = block.faults;
    if (!first) return;
    this.notices.tally('bytes-undecodable', 'fault', () => ({
      place: placeOf(first.offset),
      values: { encoding: this.encoding, ...(first.byte && { bytes: first.byte }) },
    }));
    this.notices.more('bytes-undecodable', block.faults.length - 1);
  }

  /** Reading is over, at the end or at a fatal notice: the rest of the bytes is still counted and hashed. */
  async finish(end: Place, envelope?: XmlElement): Promise<void> {
    this.#account ??= await this.#source.finish?.();
    const cut = this.cut;
    // Where reading had stopped before, what is beyond is no news.
    if (cut && !this.notices.fatal) this.notices.add(cut.id, 'fatal', end, cut.values);
    this.#envelope = envelope;
    this.#done = true;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
    await this.#source.close?.();
  }

  outcome(lost: boolean): ReadOutcome {
    return {
      bytes: this.#account?.bytes ?? 0,
      digest: this.#account?.digest ?? '',
      complete: this.#done && !lost && !this.notices.fatal,
      notices: this.notices.list(),
      ...(this.#envelope && { envelope: this.#envelope }),
    };
  }

  #noteEncoding(): void {
    const { encoding, certain, contradicts, decidedBy } = this.#decoder.decision;
    if (encoding === 'utf-8' && certain && contradicts === undefined) return;
    if (decidedBy === 'nothing') return;
    const values = { encoding, confidence: certain ? 'certain' : 'guessed', reason: decidedBy };
    // A declaration that does not fit the bytes is the file's own fault; another encoding than UTF-8 is not.
    if (contradicts === undefined) this.notices.add('decoded-as', 'note', undefined, values);
    else this.notices.add('decoded-as', 'fault', { line: 1, column: 1 }, { ...values, declared: contradicts });
  }

  #withoutMark(bytes: Uint8Array): Uint8Array {
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    return skipped === 0 ? bytes : bytes.subarray(skipped);
  }
}
