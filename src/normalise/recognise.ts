import type { Format, FormatSigns } from '../model/format.js';
import type { Opened, TableRow } from '../model/reading.js';
import { foldHeader, withFewerNotes } from '../vocabulary/headers.js';
import { isBlank } from './cells.js';
import { columnFinder } from './header.js';

/** What a file's signature says about its format. */
export type Recognised =
  | {
      readonly kind: 'format';
      readonly format: Format;
      /** Table: the row its headers stand in. */
      readonly header?: TableRow;
      /** JSON: where the records are. */
      readonly pointer?: string;
    }
  | { readonly kind: 'tie'; readonly formats: readonly Format[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly NearFormat[]; readonly header?: TableRow };

/** A format the file is not, and what it would need to be it. */
export type NearFormat = { readonly format: Format; readonly missing: readonly string[]; readonly matched: number };

/** Titles, notes and labels stand above a header; below these rows nobody looks for one. */
const headerRows = 20;

/** Recognises a format by content alone: headers, keys or root element; never by the file's name. */
export function recognise(formats: readonly Format[], opened: Opened): Recognised {
  const own = formats.filter((format) => format.container === opened.container);
  switch (opened.container) {
    case 'table':
      return recogniseTable(own, opened);
    case 'json':
      return recogniseKeys(own, opened);
    case 'xml':
      return recogniseRoot(own, opened);
  }
}

/** The row of a table that holds the headers of this format: the one with most of them. */
export function headerRowOf(format: Format, opened: Opened): TableRow | undefined {
  const rows = candidateRows(opened).filter(({ row }) => row === (format.table?.header ?? row));
  const [best] = rows
    .map((row) => ({ row, matched: matchedOf(format, row.cells) }))
    .sort((a, b) => b.matched - a.matched || a.row.row - b.row.row);
  return best !== undefined && best.matched > 0 ? best.row : rows[0];
}

/** The pointer of a JSON format's records in this file. */
export function pointerOfRecords({ json }: Format, { signature }: Opened): string {
  const pointers = [json?.records ?? '', ...(json?.orUnder ?? [])];
  return pointers.find((pointer) => (signature.keys?.[pointer]?.length ?? 0) > 0) ?? pointers[0] ?? '';
}

function candidateRows({ signature }: Opened): readonly TableRow[] {
  return (signature.rows ?? []).slice(0, headerRows);
}

type Candidate = { readonly format: Format; readonly header?: TableRow; readonly pointer?: string };

/** The first row that is the header of a format somebody saw; where there is none, of one known from memory. */
function recogniseTable(formats: readonly Format[], opened: Opened): Recognised {
  const recalled: Candidate[] = [];
  for (const header of candidateRows(opened)) {
    if (header.cells.filter((cell) => !isBlank(cell)).length < 2) continue;
    const present = new NamesPresent(header.cells);
    // The signs first: what else a format says of its tables is read from disk when asked for.
    const fitting = formats
      .filter((format) => fits(format.signs, present) && (format.table?.header ?? header.row) === header.row)
      .map((format) => ({ format, header }));
    const sourced = fitting.filter(({ format }) => format.evidence !== 'recalled');
    if (sourced.length > 0) return oneOf(sourced, ({ format }) => matchedOf(format, header.cells));
    recalled.push(...fitting);
  }
  const row = recalled[0]?.header;
  if (row === undefined) return unknownTable(formats, opened);
  const own = recalled.filter(({ header }) => header === row);
  return oneOf(own, ({ format }) => matchedOf(format, row.cells));
}

function recogniseKeys(all: readonly Format[], opened: Opened): Recognised {
  const { keys = {}, joined = false } = opened.signature;
  const formats = all.filter(({ json }) => (json?.joined ?? false) === joined);
  const fitting = formats.flatMap((format): Candidate[] => {
    const pointers = [format.json?.records ?? '', ...(format.json?.orUnder ?? [])];
    const pointer = pointers.find((one) => fits(format.signs, new NamesPresent(keys[one] ?? [])));
    return pointer === undefined ? [] : [{ format, pointer }];
  });
  const sourced = fitting.filter(({ format }) => format.evidence !== 'recalled');
  const known = sourced.length > 0 ? sourced : fitting;
  if (known.length > 0) return oneOf(known, ({ format, pointer = '' }) => matchedOf(format, keys[pointer] ?? []));
  const near = formats.map((format) => nearness(format, keys[pointerOfRecords(format, opened)] ?? []));
  return { kind: 'unknown', nearest: nearestOf(near) };
}

/** The format that knows most of the names, one of a platform before a generic one; a tie is said, never guessed. */
function oneOf(candidates: readonly Candidate[], matchedBy: (candidate: Candidate) => number): Recognised {
  const special = candidates.filter(({ format }) => format.signs.generic !== true);
  const [first, ...others] = special.length > 0 ? special : candidates;
  if (first === undefined) return { kind: 'unknown', nearest: [] };
  if (others.length === 0) return { kind: 'format', ...first };
  const scored = [first, ...others].map((candidate) => ({ candidate, matched: matchedBy(candidate) }));
  const most = Math.max(...scored.map(({ matched }) => matched));
  const [best, ...equal] = scored.filter(({ matched }) => matched === most).map(({ candidate }) => candidate);
  if (best === undefined || equal.length > 0)
    return { kind: 'tie', formats: [best, ...equal].flatMap((one) => (one === undefined ? [] : [one.format])) };
  return { kind: 'format', ...best };
}

/** The names of one row or object, folded, also without the notes at their ends. */
class NamesPresent {
  readonly #names: readonly string[];
  readonly #sets = new Map<string, { readonly whole: ReadonlySet<string>; readonly any: ReadonlySet<string> }>();

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** With what the pattern describes taken off first. */
  without(qualifiers: string | undefined): { readonly whole: ReadonlySet<string>; readonly any: ReadonlySet<string> } {
    const known = this.#sets.get(qualifiers ?? '');
    if (known !== undefined) return known;
    const pattern = qualifiers === undefined ? undefined : new RegExp(qualifiers, 'giu');
    const folded = this.#names.map((name) => foldHeader(pattern === undefined ? name : name.replace(pattern, '')));
    const whole = new Set(folded);
    const any = new Set(folded);
    for (const name of folded) for (const shorter of withFewerNotes(name)) any.add(shorter);
    const made = { whole, any };
    this.#sets.set(qualifiers ?? '', made);
    return made;
  }
}

function fits(signs: FormatSigns, names: NamesPresent): boolean {
  if (signs.required.length === 0 && signs.scored.length === 0) return false;
  const { whole, any } = names.without(signs.qualifiers);
  const has = (ways: readonly string[]): boolean => ways.some((way) => any.has(way));
  return (
    signs.required.every(has) &&
    signs.scored.filter(has).length >= signs.minimum &&
    !signs.without.some((name) => whole.has(name))
  );
}

/** How many of these names the format knows. */
function matchedOf(format: Format, names: readonly string[]): number {
  if (format.container === 'table') {
    const find = columnFinder(format);
    return names.filter((name) => find(name) !== undefined).length;
  }
  const first = new Set(
    format.columns.flatMap(({ name, aliases }) => [name, ...aliases]).map((path) => path.split('.')[0]),
  );
  return names.filter((name) => first.has(name)).length;
}

/** Nothing fits: the row that looks most like a header, and the formats it is nearest to. */
function unknownTable(formats: readonly Format[], opened: Opened): Recognised {
  const rows = candidateRows(opened);
  const scored = rows.map((row) => {
    const near = formats.map((format) => nearness(format, row.cells));
    return { row, near, most: Math.max(0, ...near.map(({ matched }) => matched)) };
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (held, one) => (held === undefined || one.most > held.most ? one : held),
    undefined,
  );
  if (best === undefined) return { kind: 'unknown', nearest: [] };
  return { kind: 'unknown', nearest: nearestOf(best.near), header: best.row };
}

function nearness(format: Format, names: readonly string[]): NearFormat {
  const { any } = new NamesPresent(names).without(format.signs.qualifiers);
  const has = (ways: readonly string[] | undefined): boolean => ways?.some((way) => any.has(way)) ?? false;
  const { required = [], scored } = format.recognise;
  const missing = required.filter((_, index) => !has(format.signs.required[index]));
  const marks = (scored?.of ?? []).filter((_, index) => has(format.signs.scored[index]));
  if (scored !== undefined && marks.length < scored.minimum)
    missing.push(...scored.of.filter((name) => !marks.includes(name)).slice(0, 3));
  return { format, missing, matched: matchedOf(format, names) };
}

/** Those that know most of the names, then those that lack least: that is what the user would have to change. */
function nearestOf(formats: readonly NearFormat[]): readonly NearFormat[] {
  const recalled = ({ format }: NearFormat): number => (format.evidence === 'recalled' ? 1 : 0);
  return formats
    .filter(({ matched }) => matched > 0)
    .sort(
      (a, b) =>
        b.matched - a.matched ||
        a.missing.length - b.missing.length ||
        recalled(a) - recalled(b) ||
        (a.format.id < b.format.id ? -1 : 1),
    )
    .slice(0, 3);
}

function recogniseRoot(formats: readonly Format[], opened: Opened): Recognised {
  const { root } = opened.signature;
  const named = formats.filter(({ signs }) => root !== undefined && signs.root === root.name);
  const [only] = named;
  // Most messages are told by the name of their root, and need no look at what is in it.
  const { namespace = root?.namespace, declares } = only?.signs ?? {};
  if (only !== undefined && named.length === 1 && declares === undefined && namespace === root?.namespace)
    return { kind: 'format', format: only };
  return recogniseContent(formats, opened);
}

function recogniseContent(formats: readonly Format[], { signature }: Opened): Recognised {
  const { root, paths = [] } = signature;
  const scored = formats.map((format) => {
    const { name, namespace, declares } = rootOf(format);
    const sameRoot = root !== undefined && root.name === name;
    const sameNamespace = namespace === undefined || root?.namespace === namespace;
    const declared =
      declares === undefined ||
      (root?.declared.includes(declares) ?? false) ||
      paths.some((path) => path === declares || path.endsWith(`/${declares}`));
    const record = format.xml?.record ?? '';
    const holdsRecords = paths.some((path) => path === record || path.startsWith(`${record}/`));
    const signs = [sameRoot, sameNamespace, declared, holdsRecords];
    const missing = [...(sameRoot ? [] : [`<${name ?? ''}>`]), ...(declared ? [] : [declares ?? ''])];
    const matched = sameRoot ? signs.filter(Boolean).length : 0;
    return { format, fits: sameRoot && sameNamespace && declared, missing, matched };
  });
  const fitting = scored.filter((one) => one.fits);
  if (fitting.length === 0) return { kind: 'unknown', nearest: nearestOf(scored) };
  return oneOf(fitting, ({ format }) => fitting.find((one) => one.format === format)?.matched ?? 0);
}

function rootOf({ signs: { root, namespace, declares } }: Format): {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly declares: string | undefined;
} {
  return { name: root, namespace, declares };
}
