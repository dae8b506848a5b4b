import type { DocumentKind } from '../../model/document.js';
import type { Column, Format } from '../../model/format.js';
import { mappableFields } from '../fields.js';
import { ownNames } from './own-names.js';
import { squeezed } from './squeeze.js';

/** How much is said for each field by those who use a name; under '' what speaks for no field at all. */
export type Votes = ReadonlyMap<string, number>;

/** Squeezed name → votes. */
export type NameIndex = ReadonlyMap<string, Votes>;

/** What one use of a name counts. */
const weights = { label: 2, own: 1, seen: 1, recalled: 0.5, otherKind: 0.4, innerKey: 0.6 } as const;

type MutableIndex = Map<string, Map<string, number>>;

/**
 * Every name of the fields of a document kind: the headings of the catalogue's formats, the labels and ids of the fields,
 * our own list. Formats of other kinds count where the field has its counterpart here.
 */
export function nameIndex(document: DocumentKind, formats: readonly Format[]): NameIndex {
  const index: MutableIndex = new Map();
  const resolve = pathResolver(document);
  for (const { path, field } of mappableFields(document)) {
    const target = resolve(path);
    if (target === undefined || field.type === 'map') continue;
    for (const name of [field.id, field.label.en, field.label['zh-CN'], field.label.fr])
      vote(index, name ?? '', target, weights.label);
    for (const name of ownNames[field.id] ?? []) vote(index, name, target, weights.own);
  }
  for (const format of formats) addFormat(index, format, document, resolve);
  return index;
}

function addFormat(
  index: MutableIndex,
  format: Format,
  document: DocumentKind,
  resolve: (path: string) => string | undefined,
): void {
  const own = format.document === document.id;
  const used = new Set<string>();
  for (const column of format.columns) {
    const target = targetOf(column, own, resolve);
    if (target === undefined) continue;
    const seen = own ? (format.evidence === 'recalled' ? weights.recalled : weights.seen) : weights.otherKind;
    const names: readonly (readonly [string, number])[] = [
      ...[column.name, ...column.aliases].flatMap((name) => keysOf(name, seen)),
      ...(column.recalled ?? []).map((name) => [name, Math.min(seen, weights.recalled)] as const),
    ];
    for (const [name, weight] of column.name === column.pattern ? [] : names) {
      // A format has one say on a name, however often it writes it.
      const key = `${squeezed(name)} ${target}`;
      // `title@fr` is one language of the title, and told by its language.
      if (name.includes('@')) continue;
      if (!used.has(key)) vote(index, name, target, weight);
      used.add(key);
    }
  }
}

/** Where a column of a format goes in this kind; '' for one that fills no field; undefined where it says nothing here. */
function targetOf(column: Column, own: boolean, resolve: (path: string) => string | undefined): string | undefined {
  if (column.ignore === true || column.fields !== undefined) return own ? '' : undefined;
  if (column.field === undefined) return own && column.read !== 'option' ? '' : undefined;
  const [path = ''] = column.field.split('@');
  if (path.startsWith('attributes')) return own ? '' : undefined;
  return resolve(own ? path : path.slice(path.indexOf('.') + 1));
}

/** A path of keys or elements counts whole, and less by its last step alone. */
function keysOf(name: string, weight: number): readonly (readonly [string, number])[] {
  const last = name.split(/[./]/).at(-1)?.replace(/^@/, '') ?? '';
  return last === name || last === ''
    ? [[name, weight]]
    : [
        [name, weight],
        [last, weight * weights.innerKey],
      ];
}

/** The path of a field in this kind: its own before a part's; a part that stands for its record gives its fields to it. */
function pathResolver(document: DocumentKind): (path: string) => string | undefined {
  const all = mappableFields(document);
  const self = new Set(document.parts.filter((part) => part.selfWhenAbsent).map(({ id }) => id));
  return (path) => {
    const exact = all.find((one) => one.path === path);
    const found = exact ?? all.find((one) => one.field.id === path);
    if (found === undefined) return undefined;
    const plain = found.part !== undefined && self.has(found.part) ? found.field.id : found.path;
    return all.some((one) => one.path === plain) ? plain : found.path;
  };
}

function vote(index: MutableIndex, name: string, target: string, weight: number): void {
  const key = squeezed(name);
  if (key === '') return;
  const votes = index.get(key) ?? new Map<string, number>();
  votes.set(target, (votes.get(target) ?? 0) + weight);
  index.set(key, votes);
}
