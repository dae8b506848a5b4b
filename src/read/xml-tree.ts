import type { XmlElement } from '../model/record.js';
import type { StartTag, XmlEvents } from './xml-stream.js';

const shellLimit = 20_000;
/** Elements outside records that are kept; a path that fits nothing must not fill the memory. */
const envelopeLimit = 100_000;
/** Elements one record may have: the largest customs message has some thousands. */
export const recordElements = 100_000;

/**
 * Builds the elements at a path below the root, each as a whole tree, and the envelope: everything else, with a shell
 * in the place of each record.
 */
export class XmlTree implements XmlEvents {
  readonly #path: readonly string[];
  /** Open elements, the root first. Elements that are not kept stand as undefined. */
  readonly #open: (XmlElement | undefined)[] = [];
  /** How many levels below the root fit the path. */
  #fitting = 0;
  /** Depth of the record being built; 0: none. */
  #recordDepth = 0;
  #recordSize = 0;
  #envelopeSize = 0;
  #shells = 0;
  #ready: XmlElement[] = [];
  envelope: XmlElement | undefined;

  /** Local names down to a record; empty: the root itself is the record. */
  constructor(path: readonly string[]) {
    this.#path = path;
  }

  /** Records completed since last asked. */
  take(): XmlElement[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** The record that is not complete, if one is open. */
  get openRecord(): boolean {
    return this.#recordDepth > 0;
  }

  /** The open record, where it has more elements than any record should. */
  get overfull(): XmlElement | undefined {
    return this.#recordSize > recordElements ? this.#open[this.#recordDepth - 1] : undefined;
  }

  readonly open = (tag: StartTag): void => {
    const level = this.#open.length;
    const fits = level === 0 || (this.#fitting === level - 1 && tag.name === this.#path[level - 1]);
    if (fits) this.#fitting = level;
    const parent = this.#open.at(-1);
    const isRecord = this.#recordDepth === 0 && fits && level === this.#path.length;
    if (isRecord) {
      this.#recordDepth = level + 1;
      this.#recordSize = 1;
      this.#addShell(tag, parent);
      this.#open.push(elementOf(tag));
      return;
    }
    const inRecord = this.#recordDepth > 0;
    if (inRecord) this.#recordSize++;
    if (!inRecord && this.#envelopeSize++ >= envelopeLimit) {
      this.#open.push(undefined);
      return;
    }
    const element = elementOf(tag);
    parent?.children.push(element);
    if (level === 0) this.envelope = element;
    this.#open.push(element);
  };

  readonly close = (): void => {
    const element = this.#open.pop();
    const level = this.#open.length;
    if (this.#recordDepth === level + 1 && element) {
      this.#ready.push(element);
      this.#recordDepth = 0;
    }
    if (this.#fitting >= level) this.#fitting = Math.max(level - 1, 0);
  };

  readonly text = (piece: string): void => {
    const element = this.#open.at(-1);
    // Between a million records the root's white space is not worth keeping.
    if (element && (this.#recordDepth > 0 || this.#shells < shellLimit)) element.text += piece;
  };

  #addShell(tag: StartTag, parent: XmlElement | undefined): void {
    if (this.#shells++ >= shellLimit) return;
    const shell: XmlElement = { ...elementOf(tag), attributes: [] };
    if (parent) parent.children.push(shell);
    else this.envelope = shell;
  }
}

function elementOf({ name, namespace, prefix, place, attributes }: StartTag): XmlElement {
  return { name, namespace, prefix, line: place.line, column: place.column, attributes, children: [], text: '' };
}
