import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { CatalogueFault } from '../model/catalogue.js';

/** Keys and indices from the root of a file to one of its values. */
export type YamlPath = readonly (string | number)[];

/** 1-based; columns count characters. */
export type Place = { readonly line: number; readonly column: number };

/** A YAML file, its data and the way back from any piece of data to its place. */
export type YamlFile = {
  readonly file: string;
  readonly data: unknown;
  /** Place of the value at a path; where it is absent, of the nearest thing around it. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Place of a key of the mapping at a path. */
  readonly placeOfKey: (path: YamlPath, key: string) => Place;
  /** The scalar at a path as the file writes it, quotes left out. */
  readonly writtenAt: (path: YamlPath) => string | undefined;
};

/** Aliases may be resolved this often in one file. */
const aliasLimit = 500;

/** Parses one file of the catalogue. Syntax errors and doubled keys are faults; then there is no data to go on with. */
export function parseYaml(
  file: string,
  text: string,
): { readonly yaml?: YamlFile; readonly faults: readonly CatalogueFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  const place = (offset: number): Place => placeAt(text, lines, offset);
  const fault = (offset: number, code: string, message: string): CatalogueFault => ({
    file,
    ...place(offset),
    code,
    message,
    severity: 'error',
  });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    const faults = problems.map((problem) => fault(problem.pos[0], ...describe(problem, text)));
    // What follows a syntax error follows from it.
    const first = faults.findIndex(({ code }) => code === 'yaml-syntax');
    return { faults: first < 0 ? faults : faults.slice(0, first + 1) };
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: aliasLimit });
    return { yaml: { file, data, ...lookup(document, place) }, faults: [] };
  } catch {
    return {
      faults: [fault(0, 'yaml-aliases', `aliases are resolved more than ${aliasLimit} times; write the values out`)],
    };
  }
}

function describe(
  problem: { readonly code: string; readonly message: string; readonly pos: readonly [number, number] },
  text: string,
): [string, string] {
  if (problem.code === 'DUPLICATE_KEY') {
    const key = /^["']?[^\s:"',]+/.exec(text.slice(problem.pos[0]))?.[0] ?? '';
    return ['yaml-duplicate-key', `the key '${key.replace(/["']/g, '')}' is there twice`];
  }
  const message = problem.message.charAt(0).toLowerCase() + problem.message.slice(1);
  return ['yaml-syntax', `not valid YAML: ${message}`];
}

function placeAt(text: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(Math.min(offset, text.length));
  if (line === 0) return { line: 1, column: 1 };
  const before = text.slice(offset - col + 1, offset);
  return { line, column: [...before].length + 1 };
}

function lookup(
  document: Document,
  place: (offset: number) => Place,
): Pick<YamlFile, 'placeOf' | 'placeOfKey' | 'writtenAt'> {
  return {
    placeOf: (path) => place(offsetOf(document, path)),
    placeOfKey: (path, key) => {
      const node = nodeAt(document, path);
      const pair = isMap(node) ? node.items.find((item) => keyOf(item.key) === key) : undefined;
      return place(isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(document, path));
    },
    writtenAt: (path) => {
      const node = nodeAt(document, path);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length), false);
    if (node?.range !== undefined && node.range !== null) return node.range[0];
  }
  return 0;
}

/** The node at a path; aliases on the way are followed, the last one only where asked. */
function nodeAt(document: Document, path: YamlPath, followLast = true): Node | undefined {
  let node: Node | undefined = document.contents ?? undefined;
  for (const step of path) {
    node = child(isAlias(node) ? resolved(node, document) : node, step);
    if (node === undefined) return undefined;
  }
  return followLast && isAlias(node) ? resolved(node, document) : node;
}

function child(node: Node | undefined, step: string | number): Node | undefined {
  if (isSeq<Node>(node)) return typeof step === 'number' ? node.items[step] : undefined;
  if (!isMap<unknown, Node | null>(node)) return undefined;
  return node.items.find((item) => keyOf(item.key) === String(step))?.value ?? undefined;
}

function resolved(alias: Alias, document: Document): Node | undefined {
  return alias.resolve(document);
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
