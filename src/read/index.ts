import type { ByteSource, Head, InputPart, Opened, Reader } from '../model/reading.js';
import {
  beginsFormJson,
  beginsJoinedJson,
  beginsJson,
  beginsJsonLines,
  beginsTransport,
  beginsXml,
} from './beginnings.js';
import { openCsv } from './csv.js';
import { Decoder } from './decode.js';
import { decideAtStart, declaredEncoding, windowBytes } from './encoding.js';
import { type Intake, takeIn } from './intake.js';
import { damagedFile, emptyFile, foreignContent, notText } from './refusals.js';
import type { UnfoldLimits } from './unfold.js';

export { requestedEncoding } from './encoding.js';
export { listInputs } from './inputs.js';
export { openOverflowFile } from './overflow-file.js';
export { fileSource, sourceOf, standardInput } from './source.js';

/** Every reader, in the order they are asked. A new container is its file and its entry here; tables are the rule. */
export const readers: readonly Reader[] = [
  { id: 'xml', match: ({ text }) => beginsXml(text), load: async () => (await import('./xml.js')).openXml },
  {
    id: 'json',
    match: ({ text }) => beginsJson(text) && !beginsJsonLines(text),
    load: async () => (await import('./json.js')).openJson,
  },
  {
    id: 'jsonl',
    match: ({ text }) => beginsJsonLines(text),
    load: async () => (await import('./jsonl.js')).openJsonLines,
  },
  {
    id: 'joined-json',
    match: ({ text }) => beginsJoinedJson(text),
    load: async () => (await import('./joined-json.js')).openJoinedJson,
  },
  {
    id: 'form-json',
    match: ({ text }) => beginsFormJson(text),
    load: async () => (await import('./form-json.js')).openFormJson,
  },
  // Any text can be a table of one column, so this reader is asked last.
  { id: 'csv', match: () => true, load: async () => openCsv },
];

/** Bytes a reader is shown before it says whether the file is its own. */
const headBytes = 64 * 1024;

export type OpenOptions = {
  /** Name of the encoding, instead of finding it out. */
  readonly encoding?: string;
  readonly unfold?: UnfoldLimits;
};

/**
 * The tables and messages of a source, in their order; each must be opened (or passed over) before the next is asked
 * for. Throws UserError for a container that cannot be read.
 */
export async function* openParts(source: ByteSource, options: OpenOptions = {}): AsyncGenerator<InputPart> {
  yield* partsOf(source, options, (member) => partsOf(member, options, undefined));
}

async function* partsOf(
  source: ByteSource,
  options: OpenOptions,
  openMember: ((member: ByteSource) => AsyncIterable<InputPart>) | undefined,
): AsyncGenerator<InputPart> {
  const intake = await takeIn(source, headBytes + windowBytes, options.unfold);
  try {
    if (isZip(intake.start)) {
      const { archiveParts } = await import('./archive/index.js');
      yield* archiveParts(intake, options.unfold, openMember);
    } else if (beginsTransport(intake.start)) {
      const { transportParts } = await import('./transport.js');
      const wrapper = (whole: ByteSource): InputPart => ({
        file: whole.name,
        open: async () => openFile(whole, options),
      });
      yield* transportParts(intake, wrapper, (message) => partsOf(message, options, openMember));
    } else {
      yield { file: source.name, open: async () => openText(intake, options) };
    }
  } finally {
    await intake.close();
  }
}

/** A zip begins with its first file, or is empty. */
function isZip(start: Uint8Array): boolean {
  return (
    start[0] === 0x50 && start[1] === 0x4b && ((start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6))
  );
}

/**
 * Opens a source that holds one table or message as text, with the reader its content asks for; the name of the file
 * plays no part. Throws UserError for an empty file, for what is no text, and for what cannot be read.
 */
export async function openFile(source: ByteSource, options: OpenOptions = {}): Promise<Opened> {
  return openText(await takeIn(source, headBytes + windowBytes, options.unfold), options);
}

// The head may end with the first byte that is not ASCII, and the encoding is decided by what follows that.
async function openText(intake: Intake, options: OpenOptions): Promise<Opened> {
  try {
    const head = readHead(intake, options.encoding);
    const reader = readers.find((candidate) => candidate.match(head));
    if (reader === undefined) throw notText(intake.name);
    const open = await reader.load();
    return await open(intake, head);
  } catch (error) {
    await intake.close();
    throw error;
  }
}

function readHead(intake: Intake, request: string | undefined): Head {
  const { name, start, whole } = intake;
  const foreign = foreignContent(name, start);
  if (foreign) throw foreign;
  const { bom, ...decision } = decideAtStart(name, start, whole, request);
  const bytes = start.subarray(0, headBytes);
  const complete = whole && bytes.length === start.length;
  const { text } = new Decoder(decision, declaredEncoding(start)).push(bytes.subarray(bom), complete);
  if (complete && /^[\s\0\uFEFF]*$/.test(text)) throw intake.cut() === undefined ? emptyFile(name) : damagedFile(name);
  return { ...decision, bytes, text, bom, whole: complete };
}
