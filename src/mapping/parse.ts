import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind } from '../model/document.js';
import { type Mapping, mappingVersion } from '../model/mapping.js';
import { foldHeader } from '../vocabulary/headers.js';
import { parseColumn } from './column.js';
import { didYouMean, faultTexts } from './fault-texts.js';
import { type Fields, isMapping, type MappingFault, type ReportFault } from './faults.js';
import { fieldAt } from './fields.js';

/** Keys of a mapping file, in the order they are written. */
export const mappingKeys = [
  'borderlint-map',
  'document',
  'sheet',
  'header',
  'records',
  'group',
  'columns',
  'ignore',
] as const;

/** Rows among which a header is looked for. */
export const lastHeaderRow = 20;

/** Checks the data of a mapping file against its form and the catalogue: a mapping, or every fault there is. */
export function parseMapping(
  data: unknown,
  { documents }: Pick<Catalogue, 'documents'>,
): Mapping | readonly MappingFault[] {
  const faults: MappingFault[] = [];
  const report: ReportFault = (fault) => faults.push(fault);
  if (!isMapping(data)) return [{ path: [], text: faultTexts.noMapping }];
  for (const key of Object.keys(data).filter((one) => !mappingKeys.some((known) => known === one)))
    report({ path: [], key, text: faultTexts.unknownKey(key), suggestion: didYouMean(key, mappingKeys) });
  if (data['borderlint-map'] !== mappingVersion) report({ path: ['borderlint-map'], text: faultTexts.version });
  const document = documentOf(data['document'], documents, report);
  const sheet = wordAt(data, 'sheet', report);
  const group = wordAt(data, 'group', report);
  const mapping: Mapping = {
    document: document?.id ?? '',
    ...(sheet !== undefined && { sheet }),
    ...rowAt(data, report),
    ...pointerAt(data, report),
    ...(group !== undefined && { group }),
    columns: columnsOf(data['columns'], document, report),
    ignore: namesOf(data, report),
  };
  crossCheck(mapping, document, report);
  return faults.length > 0 ? faults : mapping;
}

function documentOf(value: unknown, documents: readonly DocumentKind[], report: ReportFault): DocumentKind | undefined {
  const found = documents.find(({ id }) => id === value);
  if (found !== undefined) return found;
  const ids = documents.map(({ id }) => id);
  const word = typeof value === 'string' ? value : '';
  report({
    path: ['document'],
    text: word === '' ? faultTexts.noDocument : faultTexts.unknownDocument(word),
    suggestion: didYouMean(word, ids),
  });
  return undefined;
}

function wordAt(data: Fields, key: 'sheet' | 'group', report: ReportFault): string | undefined {
  const value = data[key];
  const word = typeof value === 'number' ? String(value) : value;
  if (typeof word === 'string' && word.trim() !== '') return word;
  if (value !== undefined) report({ path: [key], text: faultTexts.word(key) });
  return undefined;
}

function rowAt(data: Fields, report: ReportFault): { readonly header?: number } {
  const header = data['header'];
  if (typeof header === 'number' && Number.isInteger(header) && header >= 1 && header <= lastHeaderRow)
    return { header };
  if (header !== undefined) report({ path: ['header'], text: faultTexts.header(lastHeaderRow) });
  return {};
}

function pointerAt(data: Fields, report: ReportFault): { readonly records?: string } {
  const { records } = data;
  if (typeof records === 'string' && /^(?:\/[^/]+)*$/u.test(records)) return { records };
  if (records !== undefined) report({ path: ['records'], text: faultTexts.records });
  return {};
}

function columnsOf(value: unknown, document: DocumentKind | undefined, report: ReportFault): Mapping['columns'] {
  if (!isMapping(value)) {
    report({ path: ['columns'], text: faultTexts.noColumns });
    return [];
  }
  return Object.entries(value).flatMap(([name, said]) => parseColumn(name, said, document, report) ?? []);
}

function namesOf(data: Fields, report: ReportFault): readonly string[] {
  const value = data['ignore'] ?? [];
  if (!Array.isArray(value)) {
    report({ path: ['ignore'], text: faultTexts.ignore });
    return [];
  }
  return value.flatMap((one: unknown, index) => {
    const name = typeof one === 'number' ? String(one) : one;
    if (typeof name === 'string' && foldHeader(name) !== '') return [name];
    report({ path: ['ignore', index], text: faultTexts.ignore });
    return [];
  });
}

/** What only shows when several keys are seen together. */
function crossCheck(mapping: Mapping, document: DocumentKind | undefined, report: ReportFault): void {
  const { columns, ignore, group, header, sheet, records } = mapping;
  const first = new Map<string, string>();
  const sameAs = (name: string): string | undefined => {
    const held = first.get(foldHeader(name));
    if (held === undefined) first.set(foldHeader(name), name);
    return held;
  };
  for (const { name } of columns) {
    const held = sameAs(name);
    if (held !== undefined) report({ path: ['columns'], key: name, text: faultTexts.sameHeading(name, held) });
  }
  for (const [index, name] of ignore.entries()) {
    const held = sameAs(name);
    if (held !== undefined) report({ path: ['ignore', index], text: faultTexts.sameHeading(name, held) });
  }
  if (records !== undefined) {
    for (const [key, value] of Object.entries({ sheet, header, group }))
      if (value !== undefined) report({ path: [key], text: faultTexts.tableOnly(key) });
    return;
  }
  if (document === undefined) return;
  if (group !== undefined && !columns.some(({ name }) => name === group))
    report({
      path: ['group'],
      text: faultTexts.unknownGroup(group),
      suggestion: didYouMean(
        group,
        columns.map(({ name }) => name),
      ),
    });
  if (group !== undefined) return;
  const part = columns.find(({ field }) => {
    const id = fieldAt(document, field)?.part;
    return document.parts.some((one) => one.id === id && !one.selfWhenAbsent);
  });
  if (part !== undefined) report({ path: ['columns', part.name], text: faultTexts.noGroup(part.field) });
}
