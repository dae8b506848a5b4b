import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/model/errors.js';
import type { Format } from '../../src/model/format.js';
import type { Proposal } from '../../src/model/proposal.js';
import type { Opened } from '../../src/model/reading.js';
import { columnFinder } from '../../src/normalise/header.js';
import { headerRowOf, pointerOfRecords, recognise } from '../../src/normalise/index.js';
import { objectKeys } from '../../src/normalise/object-keys.js';
import { openParts } from '../../src/read/index.js';
import { proposeMapping } from '../../src/run/propose.js';
import { catalogue, documentOf, repository, textSource } from '../normalise/normalising.js';

/** A file of a known format, proposed for as if the format had never been heard of. */
export type Trial = {
  readonly file: string;
  readonly format: string;
  readonly document: { readonly right: string; readonly proposed: string };
  /** Columns the format gives a field. */
  readonly fields: number;
  /** Of these: mapped to that field, left to the user with that field among the choices. */
  readonly found: number;
  readonly asked: number;
  /** Columns mapped at all, and those mapped to another field than the format's. */
  readonly mapped: number;
  readonly wrong: readonly string[];
};

/** Every file of these folders that is a table or JSON of a known format, each tried without its format. */
export async function trials(folders: readonly string[], documentToo: boolean): Promise<readonly Trial[]> {
  const found: Trial[] = [];
  for (const path of folders.filter((folder) => existsSync(folder)).flatMap(filesBelow)) {
    const bytes = readFileSync(path);
    const known = await formatOf(bytes);
    if (known === undefined || known.format.container === 'xml') continue;
    const { format, opened } = known;
    const without = { ...catalogue(), formats: catalogue().formats.filter((one) => one !== format) };
    const options = documentToo ? {} : { document: format.document };
    const { proposal } = await proposeMapping(textSource(bytes), without, options);
    const elsewhere = format.container === 'json' && proposal.records !== pointerOfRecords(format, opened);
    if (!elsewhere && proposal.sheet === undefined) found.push(compared(path, known, proposal));
  }
  return found;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? filesBelow(path) : /\.(?:md|yaml|edi|xml)$/.test(path) ? [] : [path],
    )
    .sort();
}

type Known = { readonly format: Format; readonly opened: Opened };

async function formatOf(bytes: Uint8Array): Promise<Known | undefined> {
  try {
    for await (const part of openParts(textSource(bytes))) {
      const opened = await part.open();
      const one = recognise(catalogue().formats, opened);
      await opened.close();
      if (one.kind === 'format') return { format: one.format, opened };
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  return undefined;
}

function compared(path: string, { format, opened }: Known, proposal: Proposal): Trial {
  const right = rightFields(format, opened);
  let [fields, found, asked, mapped] = [0, 0, 0, 0];
  const wrong: string[] = [];
  for (const [index, { name, state, candidates }] of proposal.columns.entries()) {
    const field = right(name, index);
    const first = candidates[0]?.field;
    if (field !== undefined) fields += 1;
    if (state === 'unsure' && candidates.some((one) => same(one.field, field))) asked += 1;
    if (state !== 'mapped') continue;
    mapped += 1;
    if (same(first, field)) found += 1;
    else
      wrong.push(
        `${candidates[0]?.reasons.map(({ id }) => id).join('+')} ${name}: ${first} (${Math.round(100 * (candidates[0]?.confidence ?? 0))}), not ${field ?? 'anything'}`,
      );
  }
  const document = { right: format.document, proposed: proposal.document };
  return { file: path.replace(repository, ''), format: format.id, document, fields, found, asked, mapped, wrong };
}

/** A field of a listing's variants is the listing's own in a table. */
function same(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && plainPath(one) === plainPath(other ?? '');
}

function plainPath(path: string): string {
  return (path.split('@')[0] ?? '').replace('variants.', '');
}

/** The field a format gives each column of the file; undefined for what it keeps as an attribute or passes over. */
function rightFields(format: Format, opened: Opened): (name: string, index: number) => string | undefined {
  const plain = (field: string | undefined): string | undefined =>
    field === undefined || field.startsWith('attributes') ? undefined : field;
  if (format.container === 'json') {
    const keys = objectKeys({ file: '', format, document: documentOf(format), opened, codes: catalogue().codes });
    return (path) => {
      // A map of languages or names is one field with all its keys.
      const target = keys.target(path) ?? keys.target(path.slice(0, Math.max(path.lastIndexOf('.'), 0)));
      return plain(target && (target.part === undefined ? target.field : `${target.part}.${target.field}`));
    };
  }
  const find = columnFinder(format);
  // A template may have a second row of headings; the format's own stands over the same columns.
  const own = headerRowOf(format, opened)?.cells ?? [];
  return (_, index) => {
    const column = find(own[index] ?? '');
    return plain(column?.ignore === true ? undefined : (column?.field ?? column?.fields?.[0])?.split('@')[0]);
  };
}
