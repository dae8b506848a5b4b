import type { Signature } from '../model/reading.js';
import { Notices } from './notices.js';
import { type StartTag, type XmlEvents, XmlStream } from './xml-stream.js';

const pathLimit = 1000;
/** Characters looked at a time until the root has begun. */
const step = 1024;

/**
 * What the beginning of an XML file tells: the root's start tag, and the paths of the first elements below it. Most
 * messages are known by their root, so the paths are gathered when somebody asks for them.
 */
export function xmlSignature(file: string, text: string): Signature {
  const root = rootTag(file, text);
  let paths: readonly string[] | undefined;
  return {
    ...(root && { root }),
    get paths() {
      paths ??= firstPaths(file, text);
      return paths;
    },
  };
}

function rootTag(file: string, text: string): StartTag | undefined {
  let root: StartTag | undefined;
  const stream = listening(file, { open: (tag) => (root ??= tag) });
  for (let at = 0; at < text.length && root === undefined && !stream.stopped; ) {
    // Two halves of one character stay together.
    const half = (text.charCodeAt(at + step - 1) & 0xfc00) === 0xd800;
    const end = at + step + (half ? 1 : 0);
    stream.write(text.slice(at, end));
    at = end;
  }
  return root;
}

function firstPaths(file: string, text: string): readonly string[] {
  const open: string[] = [];
  const paths = new Set<string>();
  let depth = 0;
  const stream = listening(file, {
    open: ({ name }) => {
      if (depth > 0) open.push(name);
      depth += 1;
      if (open.length > 0 && paths.size < pathLimit) paths.add(open.join('/'));
    },
    close: () => {
      depth -= 1;
      open.pop();
    },
  });
  stream.write(text);
  return [...paths];
}

function listening(file: string, events: Partial<XmlEvents>): XmlStream {
  return new XmlStream(
    { open: () => undefined, close: () => undefined, text: () => undefined, ...events },
    new Notices(file),
  );
}
