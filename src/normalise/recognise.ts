import type { Format } from '../model/format.js';
import type { Opened } from '../model/reading.js';
import { columnFinder, foldHeader } from './header.js';

/** What a file's signature says about its format. */
export type Recognised =
  | { readonly kind: 'format'; readonly format: Format }
  | { readonly kind: 'tie'; readonly formats: readonly Format[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly NearFormat[] };

/** A format the file is not, and what it would need to be it. */
export type NearFormat = { readonly format: Format; readonly missing: readonly string[]; readonly matched: number };

type Scored = NearFormat & { readonly fits: boolean };

/** Recognises a format by content alone: header row, keys or root element; never by the file's name. */
export function recognise(formats: readonly Format[], opened: Opened): Recognised {
  const scored = formats
    .filter((format) => format.container === opened.container)
    .map((format) => score(format, opened))
    .sort((a, b) => b.matched - a.matched || (a.format.id < b.format.id ? -1 : 1));
  const fitting = scored.filter((one) => one.fits);
  // A layout known only from memory never wins over one somebody saw.
  const sourced = fitting.filter((one) => one.format.evidence !== 'recalled');
  const candidates = sourced.length > 0 ? sourced : fitting;
  const [best, second] = candidates;
  if (best === undefined) {
    // Fewest things missing first: that is what the user would have to change.
    const near = scored.filter((one) => one.matched > 0).sort((a, b) => a.missing.length - b.missing.length);
    return { kind: 'unknown', nearest: near.slice(0, 3) };
  }
  if (second !== undefined && second.matched === best.matched) {
    return { kind: 'tie', formats: candidates.filter((one) => one.matched === best.matched).map((one) => one.format) };
  }
  return { kind: 'format', format: best.format };
}

function score(format: Format, opened: Opened): Scored {
  switch (opened.container) {
    case 'table':
      return scoreNames(
        format,
        (opened.signature.headers ?? []).map((header) => header.text),
      );
    case 'json':
      return scoreNames(format, opened.signature.keys?.[format.json?.records ?? ''] ?? []);
    case 'xml':
      return scoreRoot(format, opened);
  }
}

function scoreNames(format: Format, names: readonly string[]): Scored {
  const present = new Set(names.map(foldHeader));
  const find = columnFinder(format.columns);
  const columns = names.map(find).filter((column) => column !== undefined);
  const known = new Set(columns.map((column) => column.name));
  const has = (name: string): boolean => present.has(foldHeader(name)) || known.has(name);
  const { required = [], scored, without = [] } = format.recognise;
  const missing = required.filter((name) => !has(name));
  const marks = scored === undefined ? [] : scored.of.filter(has);
  if (scored !== undefined && marks.length < scored.minimum)
    missing.push(...scored.of.filter((name) => !has(name)).slice(0, 3));
  const declaresNothing = required.length === 0 && scored === undefined;
  const fits = !declaresNothing && missing.length === 0 && !without.some((name) => present.has(foldHeader(name)));
  return { format, fits, missing, matched: columns.length };
}

function scoreRoot(format: Format, { signature }: Opened): Scored {
  const { root, paths = [] } = signature;
  const { root: name, namespace, declares } = format.recognise;
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
  return {
    format,
    fits: sameRoot && sameNamespace && declared,
    missing,
    matched: sameRoot ? signs.filter(Boolean).length : 0,
  };
}
