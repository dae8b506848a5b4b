import type { Severity } from '../../../model/standard.js';
import type { FindingKind } from '../page-data.js';
import type { FindingList } from './finding-list.js';
import type { Filter, Sort } from './view-state.js';

/** Findings shown under one heading, by their index, in the order of the files. */
export type FindingGroup = {
  readonly id: string;
  readonly kind: FindingKind;
  readonly indices: readonly number[];
};

/** Words of a rule that a search looks through, besides those of the finding itself. */
export type RuleWords = (rule: string) => string;

const rank: { readonly [severity in Severity]: number } = { error: 0, warning: 1, advice: 2 };

/** Indices of the findings that pass. Accepted findings pass where they are asked for, or where there are no others. */
export function select(list: FindingList, filter: Filter, wordsOf: RuleWords): readonly number[] {
  const words = filter.search
    .toLowerCase()
    .split(/\s+/u)
    .filter((piece) => piece !== '');
  const anyOpen = hasOpen(list);
  const kinds = list.columns.kinds.map((kind) => ({
    passes:
      kindPasses(kind, filter) &&
      (filter.state === '' ? !anyOpen || kind.state === 'open' : kind.state === filter.state),
    words: words.length === 0 ? '' : kindWords(kind, wordsOf),
  }));
  const found: number[] = [];
  for (let index = 0; index < list.size; index += 1) {
    const kind = kinds[list.columns.kind[index] ?? -1];
    if (kind?.passes !== true || !inRange(list.columns.record[index] ?? 0, filter)) continue;
    if (words.length === 0 || mentions(list, index, kind.words, words)) found.push(index);
  }
  return found;
}

/** Whether any finding is neither waived nor in the baseline. */
export function hasOpen({ columns }: FindingList): boolean {
  return columns.kinds.some((kind) => kind.state === 'open');
}

function kindPasses(kind: FindingKind, filter: Filter): boolean {
  return (
    (filter.severity === '' || kind.severity === filter.severity) &&
    (filter.rule === '' || kind.rule === filter.rule) &&
    (filter.file === '' || kind.file === filter.file) &&
    (filter.sheet === '' || kind.sheet === filter.sheet) &&
    (filter.column === '' || (kind.name ?? '') === filter.column) &&
    (filter.standard === '' || kind.standards.includes(filter.standard))
  );
}

function inRange(record: number, { from, to }: Filter): boolean {
  return (from === 0 || record >= from) && (to === 0 || (record <= to && record > 0));
}

function kindWords({ rule, standards, file, sheet, name, field }: FindingKind, wordsOf: RuleWords): string {
  return [rule, ...standards, file, sheet ?? '', name ?? '', field ?? '', wordsOf(rule)].join('\n').toLowerCase();
}

/** Every word stands somewhere in the finding. */
function mentions({ columns }: FindingList, index: number, ofKind: string, words: readonly string[]): boolean {
  const own = `${columns.name[index] ?? ''}\n${columns.actual[index] ?? ''}\n${columns.cell[index] ?? ''}\n${columns.line[index] ?? ''}`;
  const lower = own.toLowerCase();
  return words.every((one) => lower.includes(one) || ofKind.includes(one));
}

/** Findings that one sentence explains, or with `place` those of one file. */
export function grouped(list: FindingList, indices: readonly number[], sort: Sort): readonly FindingGroup[] {
  const { kinds, kind, expected, expectations } = list.columns;
  const keys = kinds.map((one) => (sort === 'place' ? fileKey(one) : ruleKey(one)));
  const groups = new Map<string, { kind: FindingKind; indices: number[] }>();
  for (const index of indices) {
    const number = kind[index] ?? -1;
    const own = kinds[number];
    if (own === undefined) continue;
    const expectation = sort === 'place' ? '' : (expectations[expected[index] ?? -1]?.id ?? '');
    const id = `${keys[number] ?? ''}|${expectation}`;
    const known = groups.get(id);
    if (known === undefined) groups.set(id, { kind: own, indices: [index] });
    else known.indices.push(index);
  }
  const found = [...groups].map(([id, group]): FindingGroup => {
    const ordered = sort === 'place' ? group.indices.sort(byPlace(list)) : group.indices;
    return { id, kind: group.kind, indices: ordered };
  });
  return found.sort(comparison(sort));
}

function ruleKey({ rule, severity, field, state }: FindingKind): string {
  // An article's number and its variant's are the same thing to a reader.
  return JSON.stringify([rule, severity, state, field?.split('.').at(-1)]);
}

function fileKey({ file, sheet }: FindingKind): string {
  return JSON.stringify([file, sheet]);
}

function byPlace({ columns }: FindingList): (a: number, b: number) => number {
  const line = (index: number): number => columns.line[index] ?? 0;
  const column = (index: number): number => columns.column[index] ?? 0;
  return (a, b) => line(a) - line(b) || column(a) - column(b);
}

/** Sorting is stable: what compares equal stays in the order of the files. */
function comparison(sort: Sort): (a: FindingGroup, b: FindingGroup) => number {
  const bySeverity = (a: FindingGroup, b: FindingGroup): number => rank[a.kind.severity] - rank[b.kind.severity];
  const byCount = (a: FindingGroup, b: FindingGroup): number => b.indices.length - a.indices.length;
  if (sort === 'place') return () => 0;
  if (sort === 'count') return (a, b) => byCount(a, b) || bySeverity(a, b);
  if (sort === 'severity') return (a, b) => bySeverity(a, b) || byCount(a, b);
  return (a, b) => compareText(a.kind.standards[0] ?? '', b.kind.standards[0] ?? '') || bySeverity(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
