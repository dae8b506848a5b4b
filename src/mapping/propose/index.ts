import type { DocumentKind } from '../../model/document.js';
import type { Format } from '../../model/format.js';
import type { Candidate, Proposal, ProposedColumn, SampledColumn } from '../../model/proposal.js';
import { fieldAt, type MappableField, mappableFields } from '../fields.js';
import { assign } from './assign.js';
import { candidatesOf, type Knowledge } from './candidates.js';
import { type CodeNames, looksOf } from './looks.js';
import { nameIndex } from './names.js';

export { likelyHeader } from './header-row.js';
export type { CodeNames } from './looks.js';

/** A document kind with everything its fields are known by. */
export type KnownKind = Knowledge & { readonly document: DocumentKind };

/** Worked out once for a catalogue's formats. */
const made = new WeakMap<readonly Format[], Map<string, KnownKind>>();

export function knownKind(document: DocumentKind, formats: readonly Format[]): KnownKind {
  const held = made.get(formats) ?? new Map<string, KnownKind>();
  made.set(formats, held);
  const kind = held.get(document.id) ?? learn(document, formats);
  held.set(document.id, kind);
  return kind;
}

function learn(document: DocumentKind, formats: readonly Format[]): KnownKind {
  const own = new Set(document.fields.map(({ id }) => id));
  const standsFor = new Set(document.parts.filter(({ selfWhenAbsent }) => selfWhenAbsent).map(({ id }) => id));
  const fields = new Map<string, MappableField>();
  const inLists = new Map<string, MappableField>();
  for (const one of mappableFields(document)) {
    if (one.part !== undefined && standsFor.has(one.part) && own.has(one.field.id)) inLists.set(one.field.id, one);
    else fields.set(one.path, one);
  }
  return { document, index: nameIndex(document, formats), fields, inLists };
}

/** What the columns of a file are likely to be, seen as one document kind. */
export function proposeColumns(
  columns: readonly SampledColumn[],
  kind: KnownKind,
  names: CodeNames,
): Pick<Proposal, 'document' | 'group' | 'columns'> {
  const judged = columns.map((column) => ({
    column,
    candidates: candidatesOf(column, looksOf(column.values, names), kind),
  }));
  const lines = listOfLines(judged);
  const isList = (path: string): boolean => fieldAt(kind.document, path)?.field.type === 'list';
  const assigned = assign(
    judged.map(({ column, candidates }) => ({
      column,
      // One list of a message is that of its lines; others are something else.
      candidates:
        column.list === undefined || column.list === lines
          ? candidates
          : candidates.filter(({ field }) => !field.includes('.')),
    })),
    isList,
  );
  const json = columns.some(({ list }) => list !== undefined);
  return { document: kind.document.id, ...(json ? { columns: assigned } : grouped(assigned, kind.document)) };
}

type Judged = { readonly column: SampledColumn; readonly candidates: readonly Candidate[] };

/** JSON: the list whose keys are likeliest those of lines. */
function listOfLines(judged: readonly Judged[]): string | undefined {
  const weights = new Map<string, number>();
  for (const { column, candidates } of judged) {
    const best = candidates.find(({ field }) => field.includes('.'));
    if (column.list !== undefined && best !== undefined)
      weights.set(column.list, (weights.get(column.list) ?? 0) + best.confidence);
  }
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * How likely all its fields are, added up: of two document kinds the file is rather of the one with more. The number that
 * names an order or a waybill counts twice.
 */
export function weightOf({ document, columns }: Pick<Proposal, 'document' | 'columns'>): number {
  const fields = new Map<string, number>();
  const named = columns.some(
    ({ state, candidates: [best] }) => state === 'mapped' && best?.field === `${document}Number`,
  );
  if (named) fields.set('', 1);
  for (const {
    candidates: [best],
    state,
  } of columns) {
    if (best !== undefined && (state === 'mapped' || state === 'unsure'))
      fields.set(best.field, Math.max(fields.get(best.field) ?? 0, worth(best)));
  }
  return [...fields.values()].reduce((sum, one) => sum + one, 0);
}

/** What nobody can take as it is says less. */
function worth({ confidence, reasons }: Candidate): number {
  return confidence ** 2 * (reasons.some(({ id }) => id === 'no-group') ? 0.8 : 1);
}

/** Rows of lines need a column that says which of them are one record: the first of the kind's keys that is mapped. */
export function grouped(
  columns: readonly ProposedColumn[],
  document: DocumentKind,
): Pick<Proposal, 'group' | 'columns'> {
  const isLine = (path: string): boolean => {
    const part = fieldAt(document, path)?.part;
    return document.parts.some(({ id, selfWhenAbsent }) => id === part && !selfWhenAbsent);
  };
  const mapped = columns.filter(({ state }) => state === 'mapped');
  const holds = (column: ProposedColumn, test: (path: string) => boolean): boolean =>
    test(column.candidates[0]?.field ?? '');
  if (!mapped.some((column) => holds(column, isLine))) return { columns };
  const key = document.key.find((id) => mapped.some((column) => holds(column, (path) => path === id)));
  const group = mapped.find((column) => holds(column, (path) => path === key))?.name;
  if (group !== undefined) return { group, columns };
  return {
    columns: columns.map((column) => (column.state === 'mapped' && holds(column, isLine) ? ungrouped(column) : column)),
  };
}

function ungrouped({ name, candidates }: ProposedColumn): ProposedColumn {
  const [best, ...others] = candidates;
  if (best === undefined) return { name, state: 'unmapped', candidates };
  return {
    name,
    state: 'unsure',
    candidates: [{ ...best, reasons: [...best.reasons, { id: 'no-group', values: {} }] }, ...others],
  };
}
