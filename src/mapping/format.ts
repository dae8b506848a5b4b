import type { DocumentKind } from '../model/document.js';
import type { Column, Format, Grouping } from '../model/format.js';
import { type Mapping, mappingFormatId } from '../model/mapping.js';
import { foldHeader } from '../vocabulary/headers.js';
import { fieldAt } from './fields.js';
import { readingOf } from './readings.js';

/**
 * A mapping as a format like any of the catalogue's, so that reading, checking and reporting need know nothing of mappings.
 * @param file the mapping file's name, by which reports call the format
 * @param formats the catalogue's formats of the same document kind
 */
export function mappingFormat(
  file: string,
  mapping: Mapping,
  document: DocumentKind,
  formats: readonly Format[],
): Format {
  const columns = [
    ...mapping.columns.map((one): Column => {
      const field = fieldAt(document, one.field)?.field;
      const read = field === undefined ? undefined : readingOf(one, field, formats);
      return { name: one.name, aliases: [], field: one.field, ...(read !== undefined && { read }) };
    }),
    ...mapping.ignore.map((name): Column => ({ name, aliases: [], ignore: true })),
  ];
  const grouping = groupingOf(mapping, document);
  const table = tableOf(mapping);
  return {
    id: mappingFormatId(file),
    title: { en: `Mapping ${file}`, 'zh-CN': `映射 ${file}`, fr: `Correspondance ${file}` },
    document: document.id,
    container: mapping.records === undefined ? 'table' : 'json',
    evidence: 'text',
    sources: [],
    ...recognitionOf(mapping),
    columns,
    ...(grouping !== undefined && { grouping }),
    ...(table !== undefined && { table }),
    ...(mapping.records !== undefined && { json: { records: mapping.records } }),
  };
}

/** Of several sheets, those are meant that have at least half of the headings. */
function recognitionOf({ columns, group }: Mapping): Pick<Format, 'recognise' | 'signs'> {
  const required = group === undefined ? [] : [group];
  const of = columns.map(({ name }) => name);
  const minimum = Math.ceil(of.length / 2);
  const folded = (names: readonly string[]) => names.map((name) => [foldHeader(name)]);
  return {
    recognise: { required, scored: { of, minimum } },
    signs: { required: folded(required), scored: folded(of), minimum, without: [] },
  };
}

function groupingOf({ group, columns }: Mapping, document: DocumentKind): Grouping | undefined {
  if (group === undefined) return undefined;
  const parts = columns.flatMap(({ field }) => fieldAt(document, field)?.part ?? []);
  return { by: group, parts: [...new Set(parts)] };
}

function tableOf({ sheet, header }: Mapping): Format['table'] {
  if (sheet === undefined && header === undefined) return undefined;
  return { ...(header !== undefined && { header }), ...(sheet !== undefined && { sheet }) };
}
