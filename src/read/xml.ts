import type { ByteSource, ElementRecord, Head, OpenContainer, Opened, RawRecord, Signature } from '../model/reading.js';
import { TextInput } from './text-input.js';
import { xmlSignature } from './xml-signature.js';
import { XmlStream } from './xml-stream.js';
import { recordElements, XmlTree } from './xml-tree.js';

/** XML with namespaces; records are the elements at the path a format names. */
export const openXml: OpenContainer = async (source, head) => new XmlDocument(source, head).opened();

class XmlDocument {
  readonly #input: TextInput;
  readonly #signature: Signature;
  #records = 0;

  constructor(source: ByteSource, head: Head) {
    this.#input = new TextInput(source, head);
    this.#signature = xmlSignature(source.name, head.text);
  }

  opened(): Opened {
    const input = this.#input;
    return {
      container: 'xml',
      signature: this.#signature,
      get encoding() {
        return input.encoding;
      },
      records: (layout) => this.#batches(layout.path ?? ''),
      outcome: () => input.outcome(false),
      close: () => input.close(),
    };
  }

  async *#batches(path: string): AsyncGenerator<readonly RawRecord[]> {
    const input = this.#input;
    const tree = new XmlTree(path.split('/').filter((name) => name !== ''));
    const stream = new XmlStream(tree, input.notices);
    try {
      for (;;) {
        const block = await input.next();
        if (block) {
          input.noteFaults(block, (offset) => stream.placeAhead(block.text, offset));
          stream.write(block.text);
        } else if (!input.cut) {
          // In a file that is cut off it is no news that elements are left open.
          stream.end();
        }
        const batch = tree
          .take()
          .map((element): ElementRecord => ({ kind: 'element', number: ++this.#records, element }));
        if (batch.length > 0) yield batch;
        const { overfull } = tree;
        if (overfull) {
          const { line, column } = overfull;
          input.notices.add('limit-reached', 'fatal', { line, column }, { what: 'elements', limit: recordElements });
        }
        if (!block || overfull || stream.stopped) break;
      }
      const end = stream.place;
      await input.finish(end, tree.envelope);
      if (this.#records === 0 && !input.notices.fatal) input.notices.add('no-records', 'note', end);
    } finally {
      await input.close();
    }
  }
}
