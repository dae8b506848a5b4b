import type { Signature } from '../model/reading.js';
import { Notices } from './notices.js';
import { type StartTag, XmlStream } from './xml-stream.js';

const pathLimit = 1000;

/** What the beginning of an XML file tells: the root's start tag, and the paths of the first elements below it. */
export function xmlSignature(file: string, text: string): Signature {
  let root: StartTag | undefined;
  const open: string[] = [];
  const paths = new Set<string>();
  const stream = new XmlStream(
    {
      open: (tag) => {
        if (root) open.push(tag.name);
        else root = tag;
        if (open.length > 0 && paths.size < pathLimit) paths.add(open.join('/'));
      },
      close: () => void open.pop(),
      text: () => undefined,
    },
    new Notices(file),
  );
  stream.write(text);
  return { ...(root && { root }), paths: [...paths] };
}
