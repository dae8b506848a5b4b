import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { RawStandard } from '../../src/catalogue/raw.js';
import type { RawRow } from '../../src/catalogue/raw-message.js';

/** An element of a message about to be written; `row` where an element table describes it. */
export type Node = {
  readonly name: string;
  readonly namespace?: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Node[];
  readonly text?: string;
  readonly row?: RawRow;
};

/** A message specification as its author writes it. */
export type Specification = { readonly slug: string; readonly raw: RawStandard };

const folder = (path: string): string => fileURLToPath(new URL(`../../standards/${path}`, import.meta.url));

/** Every specification with a message structure, in order of its number. */
export const specifications: readonly Specification[] = readdirSync(folder('customs'))
  .filter((file) => /^ceb\d+\.yaml$/.test(file))
  .sort()
  .map((file) => ({ slug: file.slice(0, -5), raw: parse(readFileSync(folder(`customs/${file}`), 'utf8')) }));

const codeLists = new Map<string, readonly string[]>();

/** The codes of a list, those of this length first asked for. */
function codesOf(list: string): readonly string[] {
  const known = codeLists.get(list);
  if (known !== undefined) return known;
  const { entries }: { readonly entries: readonly { readonly code: string }[] } = parse(
    readFileSync(folder(`codes/${list}.yaml`), 'utf8'),
  );
  const codes = entries.map(({ code }) => code);
  codeLists.set(list, codes);
  return codes;
}

/** Least and most characters of a text, total and fraction digits of a number. */
export type Size =
  | { readonly kind: 'text'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly total: number; readonly fraction: number }
  | { readonly kind: 'any' };

export function sizeOf({ format = '', minLength = 0 }: RawRow): Size {
  const text = /^C(\.\.)?(\d+)$/.exec(format);
  if (text !== null) {
    const max = Number(text[2]);
    return { kind: 'text', min: text[1] === undefined ? max : minLength, max };
  }
  const number = /^N(\d+)(?:,(\d+))?$/.exec(format);
  if (number !== null) return { kind: 'number', total: Number(number[1]), fraction: Number(number[2] ?? 0) };
  return format === 'int' ? { kind: 'number', total: Number.POSITIVE_INFINITY, fraction: 0 } : { kind: 'any' };
}

const times: { readonly [form: string]: string } = {
  yyyyMMdd: '20261123',
  yyyyMMddHHmmss: '20261123174500',
  yyyyMMddHHmmssSSS: '20261123174500000',
};

/** A value the row takes. */
export function goodValue(row: RawRow): string {
  const { fixed, oneOf, codes, dateForm, pattern } = row;
  const size = sizeOf(row);
  if (fixed !== undefined) return fixed;
  if (oneOf?.[0] !== undefined) return oneOf[0];
  if (codes !== undefined) {
    const fitting = codesOf(codes).find(
      (code) => size.kind !== 'text' || (code.length >= size.min && code.length <= size.max),
    );
    if (fitting !== undefined) return fitting;
  }
  if (dateForm !== undefined) return times[dateForm] ?? '';
  if (size.kind === 'number') return '1';
  if (size.kind === 'text') return (pattern === undefined ? 'X' : '1').repeat(Math.max(size.min, 1));
  return 'X';
}

/** A message with every element once, each with a value its row takes. */
export function completeMessage({ slug, raw }: Specification): Node {
  const { structure } = raw;
  if (structure === undefined) throw new Error(`${slug} has no structure`);
  const childrenAt = (path: string): readonly Node[] => {
    const listed = structure.children[path];
    if (listed === undefined || listed === 'any') return [];
    if (listed === 'elements')
      return (raw.elements ?? [])
        .filter((table) => table.path === path)
        .flatMap((table) => table.rows)
        .map((row) => ({ name: row.element, attributes: {}, children: [], text: goodValue(row), row }));
    return Object.entries(listed).map(([name, [, , length]]) => {
      if (name === 'ds:Signature') return signature;
      const below = path === '' ? name : `${path}/${name}`;
      const text = length === undefined ? undefined : /^C\d+$/.test(String(length)) ? 'DXP' : 'x';
      return { name, attributes: {}, children: childrenAt(below), ...(text === undefined ? {} : { text }) };
    });
  };
  const guid = '5D7FF6DF-D449-4543-9B24-0BF6D9F01440';
  return { name: structure.root, attributes: { guid, version: '1.0' }, children: childrenAt('') };
}

const signed = 'http://www.w3.org/2000/09/xmldsig#';
const sign = (name: string, children: readonly Node[], text?: string): Node => ({
  name,
  namespace: signed,
  attributes: {},
  children,
  ...(text === undefined ? {} : { text }),
});

const signature: Node = sign('Signature', [
  sign('SignedInfo', [
    {
      ...sign('CanonicalizationMethod', []),
      attributes: { Algorithm: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' },
    },
    { ...sign('SignatureMethod', []), attributes: { Algorithm: `${signed}rsa-sha1` } },
    {
      ...sign('Reference', [
        { ...sign('DigestMethod', []), attributes: { Algorithm: `${signed}sha1` } },
        sign('DigestValue', [], 'AAAA'),
      ]),
      attributes: { URI: '' },
    },
  ]),
  sign('SignatureValue', [], 'AAAA'),
]);

export type Place = { readonly line: number; readonly column: number };

/** A message as text, and where each of its elements begins. */
export type Written = {
  readonly text: string;
  readonly placeOf: (node: Node) => Place;
  /** Where one of the node's attributes stands. */
  readonly attributeOf: (node: Node, name: string) => Place;
};

export type Layout = {
  readonly oneLine?: boolean;
  readonly between?: string;
  readonly prefix?: string;
  readonly namespace?: string;
};

const ceb = 'http://www.chinaport.gov.cn/ceb';

/** Writes a message, one element a line or all on one, with a prefix or a default namespace. */
export function write(
  root: Node,
  { oneLine = false, between = ' ', prefix = '', namespace = ceb }: Layout = {},
): Written {
  const places = new Map<Node, Place>();
  const attributes = new Map<Node, ReadonlyMap<string, Place>>();
  let text = '<?xml version="1.0" encoding="UTF-8"?>';
  let place: Place = { line: 1, column: text.length + 1 };
  const put = (piece: string): void => {
    text += piece;
    for (const character of piece)
      place = character === '\n' ? { line: place.line + 1, column: 1 } : { line: place.line, column: place.column + 1 };
  };
  const writeNode = (node: Node, depth: number, around: string | undefined, inText = false): void => {
    if (!oneLine && !inText) put(`\n${'  '.repeat(depth)}`);
    places.set(node, place);
    const own = node.namespace ?? namespace;
    const name = own === namespace && prefix !== '' ? `${prefix}:${node.name}` : node.name;
    const binding = own === namespace && prefix !== '' ? `xmlns:${prefix}` : 'xmlns';
    const declared = own === around ? '' : ` ${binding}="${own}"`;
    put(`<${name}${declared}`);
    const marks = new Map<string, Place>();
    for (const [key, value] of Object.entries(node.attributes)) {
      put(between);
      marks.set(key, place);
      put(`${key}="${escaped(value)}"`);
    }
    attributes.set(node, marks);
    put('>');
    if (node.text !== undefined) put(escaped(node.text));
    for (const child of node.children) writeNode(child, depth + 1, own, node.row !== undefined);
    if (node.children.length > 0 && !oneLine && node.row === undefined) put(`\n${'  '.repeat(depth)}`);
    put(`</${name}>`);
  };
  writeNode(root, 0, undefined);
  const known = (node: Node, place: Place | undefined): Place => {
    if (place === undefined) throw new Error(`<${node.name}> was not written so`);
    return place;
  };
  return {
    text: `${text}\n`,
    placeOf: (node) => known(node, places.get(node)),
    attributeOf: (node, name) => known(node, attributes.get(node)?.get(name)),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Every element with its parent, the root first. */
export function* nodesOf(root: Node): Generator<{ readonly node: Node; readonly parent: Node | undefined }> {
  const walk = function* (
    node: Node,
    parent: Node | undefined,
  ): Generator<{ readonly node: Node; readonly parent: Node | undefined }> {
    yield { node, parent };
    for (const child of node.children) yield* walk(child, node);
  };
  yield* walk(root, undefined);
}

/** The tree with one element's children, text or attributes changed. Everything else stays the same objects. */
export function change(root: Node, target: Node, make: (node: Node) => readonly Node[]): Node {
  const rebuilt = (node: Node): readonly Node[] => {
    if (node === target) return make(node);
    const children = node.children.flatMap(rebuilt);
    const same = children.length === node.children.length && children.every((child, i) => child === node.children[i]);
    return [same ? node : { ...node, children }];
  };
  const [result] = rebuilt(root);
  if (result === undefined) throw new Error('the root cannot be left out');
  return result;
}
