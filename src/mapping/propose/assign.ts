import type { Candidate, ProposedColumn, SampledColumn } from '../../model/proposal.js';
import { foldHeader } from '../../vocabulary/headers.js';

/** From this confidence on a field is proposed, and from this lead over the next one. */
export const sure = 0.7;
const lead = 0.1;
/** From here on the user is asked. */
const possible = 0.4;
/** What is less likely is not even an idea. */
const idea = 0.2;

/** A heading longer than this is no key of a YAML file. */
const longestHeading = 150;

/**
 * One column per field: of the columns that may be a field the likeliest gets it. Two fields of a column about equally
 * likely are left for the user, and so is what another column has. Lists take several columns that are numbered alike.
 * @param isList whether values of several columns add up in the field
 */
export function assign(
  columns: readonly { readonly column: SampledColumn; readonly candidates: readonly Candidate[] }[],
  isList: (field: string) => boolean,
): readonly ProposedColumn[] {
  const unnamed = repeated(columns.map(({ column }) => column.name));
  const order = columns
    .map(({ candidates: [best] }, index) => ({ index, best }))
    .filter(({ index }) => !unnamed.has(index))
    .sort((a, b) => (b.best?.confidence ?? 0) - (a.best?.confidence ?? 0) || a.index - b.index);
  const taken = new Map<string, string>();
  const states = new Map<number, Omit<ProposedColumn, 'name'>>();
  for (const { index } of order) {
    const { column, candidates } = columns[index] ?? { column: { name: '', values: [] }, candidates: [] };
    states.set(index, settle(column.name, candidates, taken, isList));
  }
  return columns.map(({ column: { name } }, index) => ({
    name,
    ...(states.get(index) ?? { state: 'unnamed', candidates: [] }),
  }));
}

function settle(
  name: string,
  candidates: readonly Candidate[],
  taken: Map<string, string>,
  isList: (field: string) => boolean,
): Omit<ProposedColumn, 'name'> {
  const holder = ({ field }: Candidate): string | undefined => {
    const held = taken.get(field);
    return held !== undefined && isList(field) && family(held) === family(name) ? undefined : held;
  };
  const [first, second] = candidates;
  if (first === undefined || first.confidence < idea) return { state: 'unmapped', candidates: [] };
  if (first.confidence < possible) return { state: 'unmapped', candidates: [first] };
  const held = holder(first);
  const tied = second !== undefined && second.confidence >= possible && first.confidence - second.confidence < lead;
  if (held === undefined && !tied && first.confidence >= sure) {
    if (!taken.has(first.field)) taken.set(first.field, name);
    return { state: 'mapped', candidates };
  }
  const open = candidates.filter(({ confidence }) => confidence >= possible);
  if (held === undefined) return { state: 'unsure', candidates: open };
  const [other] = open.slice(1).filter((one) => holder(one) === undefined);
  const because: Candidate = { ...first, reasons: [...first.reasons, { id: 'taken', values: { heading: held } }] };
  return other === undefined
    ? { state: 'unmapped', candidates: [because] }
    : { state: 'unsure', candidates: [other, because] };
}

/** `Image 1` and `Image 2` are of one family. */
function family(name: string): string {
  return foldHeader(name).replaceAll(/[\d_\s#.-]+/g, '');
}

/** Columns no mapping can speak of: without a heading, with an earlier column's, or with one as long as a text. */
function repeated(names: readonly string[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const found = new Set<number>();
  for (const [index, name] of names.entries()) {
    const folded = foldHeader(name);
    if (folded === '' || seen.has(folded) || name.length > longestHeading) found.add(index);
    seen.add(folded);
  }
  return found;
}
