import type { RawRow } from '../../src/catalogue/raw-message.js';
import { change, completeMessage, type Node, nodesOf, type Specification, sizeOf } from './complete-message.js';

/** A message with one fault: which rules see it, and at which element (of the changed message). */
export type Mutant = {
  readonly kind: string;
  readonly about: string;
  readonly root: Node;
  /** Names of rules after the slug, any one of which has to see it. */
  readonly rules: readonly string[];
  /** The elements at which it may be reported, any one of them. */
  readonly at: readonly Node[];
  /** The attribute of that element at which it is. */
  readonly attribute?: string;
};

/** Every message that differs from the complete one in one thing the specification forbids. */
export function* mutantsOf(specification: Specification): Generator<Mutant> {
  const root = completeMessage(specification);
  for (const { node, parent } of nodesOf(root)) {
    if (parent === undefined) yield* ofRoot(root);
    else {
      if (node.row !== undefined) yield* ofValue(root, node, node.row, specification);
      if (node.namespace === undefined) yield* ofPlace(root, node, parent);
    }
  }
  yield* ofNumbers(root, specification);
}

/** The message with an element's text changed; the changed element. */
function withText(root: Node, node: Node, text: string): { readonly root: Node; readonly changed: Node } {
  const changed = { ...node, text };
  return { root: change(root, node, () => [changed]), changed };
}

function* ofValue(root: Node, node: Node, row: RawRow, { raw }: Specification): Generator<Mutant> {
  const table = raw.elements?.find(({ rows }) => rows.includes(row));
  const id = `${table?.idPrefix ?? ''}${row.id ?? kebab(row.element)}`;
  const about = `${table?.path ?? ''}/${row.element}`;
  for (const [kind, text] of badTexts(row)) {
    const made = withText(root, node, text);
    const rules =
      kind === 'code'
        ? [`${id}.code`, `${id}.format`]
        : kind === 'empty'
          ? [`${id}.missing`, `${id}.format`]
          : [`${id}.format`, `${id}.code`];
    yield { kind, about: `${about} ${kind} “${text.slice(0, 20)}”`, root: made.root, rules, at: [made.changed] };
  }
}

function* badTexts(row: RawRow): Generator<readonly [kind: string, text: string]> {
  const { fixed, oneOf, codes, codeEvidence, dateForm, occurs, emptyAllowed = false, pattern } = row;
  const size = sizeOf(row);
  if (size.kind === 'text') {
    yield ['too long', (pattern === undefined ? '测' : '1').repeat(size.max + 1)];
    if (size.min > 1) yield ['too short', (pattern === undefined ? 'X' : '1').repeat(size.min - 1)];
    if (pattern !== undefined) yield ['pattern', 'X'.repeat(size.max)];
  }
  if (size.kind === 'number') {
    for (const bad of ['x', '1e3', '1,5', '--1', '１']) yield ['number', bad];
    if (size.total < Number.POSITIVE_INFINITY) yield ['digits', '1'.repeat(size.total + 1)];
    yield ['fraction', `1.${'1'.repeat(size.fraction + 1)}`];
  }
  // A default stands for nothing, not for white space.
  if (size.kind === 'number' && row.default !== undefined) yield ['blank', ' '];
  if (dateForm !== undefined) {
    const length = dateForm.replaceAll('-', '').length;
    for (const bad of ['20260230', '20261301', 'yyyymmdd']) yield ['date', bad.padEnd(length, '0')];
    yield ['date', '2'.repeat(length - 1)];
  }
  // A list we only half remember yields no rule.
  const listed = codes !== undefined && codeEvidence !== 'recalled';
  if (fixed !== undefined || oneOf !== undefined || listed) {
    const length = fixed?.length ?? oneOf?.[0]?.length ?? (size.kind === 'text' ? Math.max(size.min, 1) : 1);
    yield ['code', '?'.repeat(length)];
  }
  const emptyIsBad =
    occurs === 'M'
      ? !emptyAllowed && row.default === undefined
      : !emptyAllowed &&
        row.default === undefined &&
        (size.kind === 'number' || dateForm !== undefined || (size.kind === 'text' && size.min > 0));
  if (emptyIsBad) yield ['empty', ''];
}

function* ofPlace(root: Node, node: Node, parent: Node): Generator<Mutant> {
  const about = `${parent.name}/${node.name}`;
  const rule = (name: string): readonly string[] => [`structure.${name}`];
  const stranger: Node = { name: 'notHere', attributes: {}, children: [], text: '1' };
  yield {
    kind: 'unknown',
    about,
    root: change(root, node, (one) => [one, stranger]),
    rules: rule('unknown'),
    at: [stranger],
  };
  const marked = { ...node, attributes: { extra: '1' } };
  yield {
    kind: 'attribute',
    about,
    root: change(root, node, () => [marked]),
    rules: rule('attribute'),
    at: [marked],
    attribute: 'extra',
  };
  if (node.row !== undefined) {
    const missing = node.row.occurs === 'M';
    const holder = { ...parent, children: parent.children.filter((child) => child !== node) };
    if (missing)
      yield {
        kind: 'dropped',
        about,
        root: change(root, parent, () => [holder]),
        rules: [`${kebab(node.name)}.missing`],
        at: [holder],
      };
    const inner = { ...node, children: [stranger] };
    yield { kind: 'child', about, root: change(root, node, () => [inner]), rules: rule('unknown'), at: [stranger] };
    const second = { ...node };
    yield {
      kind: 'doubled',
      about,
      root: change(root, node, (one) => [one, second]),
      rules: rule('repeated'),
      at: [node, second],
    };
    const foreign = { ...node, namespace: 'http://example.org/other' };
    yield {
      kind: 'namespace',
      about,
      root: change(root, node, () => [foreign]),
      rules: rule('namespace'),
      at: [foreign],
    };
  } else if (node.children.length > 0) {
    const wordy = { ...node, text: 'stray words' };
    yield { kind: 'text', about, root: change(root, node, () => [wordy]), rules: rule('content'), at: [wordy] };
  } else if (node.text !== undefined) {
    const long = { ...node, text: 'x'.repeat(1001) };
    yield { kind: 'too long', about, root: change(root, node, () => [long]), rules: rule('value'), at: [long] };
  }
  const at = parent.children.indexOf(node);
  const next = parent.children[at + 1];
  if (next === undefined || next.namespace !== undefined) return;
  const children = parent.children.map((child) => (child === node ? next : child === next ? node : child));
  const swapped = change(root, parent, (one) => [{ ...one, children }]);
  yield { kind: 'swapped', about, root: swapped, rules: rule('order'), at: [node, next] };
}

function* ofRoot(root: Node): Generator<Mutant> {
  const rules = ['structure.attribute'];
  const variants: readonly (readonly [about: string, attributes: Node['attributes'], attribute?: string])[] = [
    ['without guid', { version: '1.0' }],
    ['without version', { guid: root.attributes['guid'] ?? '' }],
    ['guid too long', { ...root.attributes, guid: 'A'.repeat(37) }, 'guid'],
    ['version too long', { ...root.attributes, version: '1'.repeat(11) }, 'version'],
    ['version empty', { ...root.attributes, version: '' }, 'version'],
    ['one more', { ...root.attributes, extra: '1' }, 'extra'],
  ];
  for (const [about, attributes, attribute] of variants) {
    const changed = { ...root, attributes };
    const place = attribute === undefined ? {} : { attribute };
    yield { kind: 'root attribute', about, root: changed, rules, at: [changed], ...place };
  }
  const wordy = { ...root, text: 'stray words' };
  yield { kind: 'text', about: root.name, root: wordy, rules: ['structure.content'], at: [wordy] };
}

/** One more, and one fewer, than the structure allows, of everything that is no row of a table. */
function* ofNumbers(root: Node, { raw }: Specification): Generator<Mutant> {
  for (const { node, parent, path } of withPaths(root)) {
    const listed = raw.structure?.children[path.slice(0, Math.max(path.lastIndexOf('/'), 0))];
    if (parent === undefined || typeof listed !== 'object') continue;
    const [min, max] = (listed[node.name] ?? listed[`ds:${node.name}`] ?? []).map(Number);
    if (max !== undefined && max > 0) {
      const copies = Array.from({ length: max }, () => ({ ...node }));
      const more = change(root, node, (one) => [one, ...copies]);
      yield {
        kind: 'too many',
        about: `${path} ×${max + 1}`,
        root: more,
        rules: ['structure.repeated'],
        at: [node, ...copies],
      };
    }
    if (min === 1) {
      const holder = { ...parent, children: parent.children.filter((child) => child !== node) };
      // Without its only record a message holds nothing to check, which is said in another way.
      if (parent === root && parent.children.indexOf(node) === 0) continue;
      const fewer = change(root, parent, () => [holder]);
      yield { kind: 'dropped', about: path, root: fewer, rules: ['structure.missing'], at: [holder] };
    }
  }
}

function* withPaths(
  root: Node,
): Generator<{ readonly node: Node; readonly parent: Node | undefined; readonly path: string }> {
  const walk = function* (node: Node, parent: Node, path: string): ReturnType<typeof withPaths> {
    yield { node, parent, path };
    if (node.namespace === undefined)
      for (const child of node.children) yield* walk(child, node, `${path}/${child.name}`);
  };
  for (const child of root.children) yield* walk(child, root, child.name);
}

/** An element's name as the catalogue's ids write it. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
