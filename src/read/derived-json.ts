import type { ByteSource, Head, ObjectRecord, OpenContainer, Opened, Place, RawRecord } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { openJson, recordLimit } from './json.js';
import { offsetOf, placeWithin } from './places.js';
import { TextInput } from './text-input.js';

/** JSON taken out of a text that is none itself. */
export type Derived = {
  readonly text: string;
  /** Offset in the file's text of every code unit of `text`, and of its end. */
  readonly origins: Int32Array;
  readonly remarks: readonly Remark[];
  /** The names of the members, where the text was these joined with `||`. */
  readonly joined?: readonly string[];
};

/** What there is to say about an offset of the file's text. */
export type Remark = Pick<ReadNotice, 'id' | 'weight' | 'values'> & { readonly offset: number };

const start: Place = { line: 1, column: 1 };
/** Characters the JSON reader is shown before it begins. */
const headLength = 64 * 1024;

/**
 * A container of text in which JSON stands in other clothes. It is held in memory whole, since it is one message; the JSON
 * reader reads what is derived from it, and every place is translated back.
 */
export function openDerived(derive: (text: string) => Derived): OpenContainer {
  return async (source, head) => {
    const { input, text } = await readWhole(source, head);
    const derived = derive(text);
    for (const { id, weight, offset, values } of derived.remarks)
      if (weight !== 'fatal' || !input.notices.fatal)
        input.notices.add(id, weight, placeWithin(text, offset, start), values);
    const broken = derived.remarks.some(({ weight }) => weight === 'fatal');
    return translated(input, broken ? undefined : await openText(source.name, derived.text), derived, text);
  };
}

async function readWhole(source: ByteSource, head: Head): Promise<{ input: TextInput; text: string }> {
  const input = new TextInput(source, head);
  let text = '';
  try {
    for (let block = await input.next(); block; block = await input.next()) {
      const before = text;
      const { text: more } = block;
      input.noteFaults(block, (offset) => placeWithin(before + more, before.length + offset, start));
      text += more;
      if (text.length <= recordLimit) continue;
      const end = placeWithin(text, recordLimit, start);
      input.notices.add('limit-reached', 'fatal', end, { limit: recordLimit, what: 'record' });
      break;
    }
    await input.finish(placeWithin(text, text.length, start));
  } finally {
    await input.close();
  }
  return { input, text: text.slice(0, recordLimit) };
}

async function openText(name: string, text: string): Promise<Opened> {
  const bytes = Buffer.from(text);
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    if (bytes.length > 0) yield bytes;
  };
  const whole = text.length <= headLength;
  const shown = whole ? text : text.slice(0, headLength);
  return openJson(
    { name, chunks },
    { bytes, text: shown, encoding: 'utf-8', decidedBy: 'request', certain: true, bom: 0, whole },
  );
}

function translated(input: TextInput, inner: Opened | undefined, derived: Derived, text: string): Opened {
  const back = (place: Place): Place => {
    const offset = derived.origins[offsetOf(derived.text, place)] ?? text.length;
    return placeWithin(text, offset, start);
  };
  const record = (one: ObjectRecord): ObjectRecord => ({ ...one, place: (pointer) => back(one.place(pointer)) });
  return {
    container: 'json',
    signature: signatureOf(inner, derived),
    get encoding() {
      return input.encoding;
    },
    records: async function* (layout): AsyncGenerator<readonly RawRecord[]> {
      if (inner === undefined) return;
      for await (const batch of inner.records(layout))
        yield batch.map((one) => (one.kind === 'object' ? record(one) : one));
    },
    outcome: () => {
      const outcome = input.outcome(inner?.outcome().complete === false);
      const within = (inner?.outcome().notices ?? []).filter((notice) => isNews(notice, input));
      return { ...outcome, notices: [...outcome.notices, ...within.map((notice) => placed(notice, back))] };
    },
    close: async () => inner?.close(),
  };
}

/** The JSON reader only knows the keys of its beginning; the members of what is joined are known all. */
function signatureOf(inner: Opened | undefined, { joined }: Derived): Opened['signature'] {
  if (inner === undefined) return { keys: {} };
  const { keys = {} } = inner.signature;
  return joined === undefined ? { keys } : { keys: { ...keys, '': joined }, joined: true };
}

/** In a file that is cut off it is no news that the JSON in it is, and garbled text is said once. */
function isNews({ id, weight }: ReadNotice, input: TextInput): boolean {
  if (weight === 'fatal' && input.notices.fatal) return false;
  return id !== 'text-garbled' || !input.notices.list().some((one) => one.id === id);
}

function placed(notice: ReadNotice, back: (place: Place) => Place): ReadNotice {
  const { line, column } = notice.location;
  if (line === undefined || column === undefined) return notice;
  return { ...notice, location: { ...notice.location, ...back({ line, column }) } };
}
