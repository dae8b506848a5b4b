import type { Category } from '../model/catalogue.js';
import type { CodeList, TermList } from '../model/codes.js';
import type { DocumentKind, Field } from '../model/document.js';
import type { Column, Format, FormatSigns, FormLabel, Recognition } from '../model/format.js';
import type { Profile } from '../model/plan.js';
import { foldHeader } from '../vocabulary/headers.js';
import type { Supporting } from './linked.js';
import type { LoadedFiles } from './load.js';
import { present } from './present.js';
import type {
  RawCategories,
  RawCodeList,
  RawColumn,
  RawDocument,
  RawField,
  RawFormat,
  RawFormLabel,
  RawProfile,
  RawTermList,
} from './raw.js';
import { modesOf } from './rules.js';

/** Everything that is not a standard, in the form the rest of the tool knows. */
export function linkSupporting(files: LoadedFiles): Supporting {
  return {
    documents: byId(files.document.map(({ raw }) => documentOf(raw))),
    formats: byId(files.format.map(({ raw }) => formatOf(raw))),
    codes: byId(files['code-list'].map(({ raw }) => codeListOf(raw))),
    terms: byId(files['term-list'].map(({ raw }) => termListOf(raw))),
    profiles: byId(files.profile.map(({ raw }) => profileOf(raw))),
    categories: byId(files.categories.flatMap(({ raw }) => raw.map(categoryOf))),
    retired: new Set(files.retired.flatMap(({ raw }) => raw)),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function categoryOf({ hs = [], words = [], ...rest }: RawCategories[number]): Category {
  return { ...rest, hs, words };
}

function documentOf(raw: RawDocument): DocumentKind {
  const fields = raw.fields.map(fieldOf);
  const named = byId(fields);
  const parts = (raw.parts ?? []).map(({ id, title, selfWhenAbsent = false, fields: items }) => ({
    id,
    title,
    selfWhenAbsent,
    fields: items.flatMap((item) => {
      const field = typeof item === 'string' ? named.get(item) : fieldOf(item);
      return field === undefined ? [] : [field];
    }),
  }));
  const { id, title, description, key, placeholders } = raw;
  return present({ id, title, description, key, fields, parts, placeholders });
}

function fieldOf({ personal = false, equivalents = {}, ...rest }: RawField): Field {
  return { ...rest, personal, equivalents };
}

function formatOf({ columns: rawColumns = [], table, xml, ...rest }: RawFormat): Format {
  const columns = rawColumns.map(columnOf);
  return present({
    ...rest,
    signs: signsOf(rest.recognise, columns, table?.qualifiers?.pattern),
    columns,
    table: table === undefined ? undefined : present({ ...table, form: table.form?.map(labelOf) }),
    xml:
      xml === undefined
        ? undefined
        : present({ record: xml.record, parts: xml.parts ?? {}, heads: xml.heads ?? [], envelope: xml.envelope }),
  });
}

/** A sign may be written in any way its column may; those known from memory alone are no signs. */
function signsOf(
  { required = [], scored, without = [], generic, root, namespace, declares }: Recognition,
  columns: readonly Column[],
  qualifiers: string | undefined,
): FormatSigns {
  const ways = (name: string): readonly string[] => {
    const column = columns.find((one) => one.name === name);
    const names = column === undefined || column.pattern === column.name ? [name] : [column.name, ...column.aliases];
    return [...new Set(names.map(foldHeader))];
  };
  return present({
    required: required.map(ways),
    scored: (scored?.of ?? []).map(ways),
    minimum: scored?.minimum ?? 0,
    without: without.map(foldHeader),
    qualifiers,
    generic,
    root,
    namespace,
    declares,
  });
}

function labelOf({ aliases = [], value = 'right', ...rest }: RawFormLabel): FormLabel {
  return { ...rest, aliases, value };
}

/** A family of columns has no name of its own: its pattern stands for it. */
function columnOf({ name, aliases = [], pairs, ...rest }: RawColumn): Column {
  const column = { ...rest, name: name ?? rest.pattern ?? '', aliases };
  return pairs === undefined ? column : { ...column, pairs: pairs.map(columnOf) };
}

function codeListOf({ entries = [], grouped = '', ...rest }: RawCodeList): CodeList {
  const named = entries.map(({ code, aliases, ...name }) => present({ code, name, aliases }));
  return { ...rest, entries: [...named, ...groupedCodes(grouped).map((code) => ({ code, name: {} }))] };
}

/** `0101 21 29` on a line: 010121 and 010129. */
export function groupedCodes(grouped: string): readonly string[] {
  return grouped.split('\n').flatMap((line) => {
    const [start = '', ...ends] = line.split(' ');
    return ends.map((end) => `${start}${end}`);
  });
}

function termListOf({ id, title, sources, terms }: RawTermList): TermList {
  return { id, title, sources, terms };
}

function profileOf({ modes, ...rest }: RawProfile): Profile {
  return present({ ...rest, modes: modes === undefined ? undefined : modesOf(modes) });
}
