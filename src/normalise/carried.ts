import type { DocumentKind, Field } from '../model/document.js';
import type { Column, Format } from '../model/format.js';

/** Which fields (`gtin`, `lines.unit`) there is a place for. */
export type Carried = { readonly has: (field: string) => boolean };

const known = new WeakMap<Format['columns'], { readonly document: DocumentKind; readonly carried: Carried }>();

/** Every field the format could carry; worked out once for its columns. */
export function carriedBy(format: Format, document: DocumentKind): Carried {
  const made = known.get(format.columns);
  if (made?.document === document) return made.carried;
  const carried = fieldsCarried(format, document);
  known.set(format.columns, { document, carried });
  return carried;
}

function fieldsCarried(format: Format, document: DocumentKind): Carried {
  const fields = new Set<string>();
  for (const { field, fields: several = [], read, ignore } of format.columns.flatMap(withPairs)) {
    if (ignore === true) continue;
    for (const path of [...(field === undefined ? [] : [field]), ...several].map(withoutLanguage)) {
      fields.add(path);
      if (read === 'price-with-currency') fields.add(currencyPathBeside(path, document));
    }
  }
  for (const { field } of format.table?.form ?? []) fields.add(withoutLanguage(field));
  return withPlainNames(fields, document);
}

function withPairs(column: Column): readonly Column[] {
  return column.pairs === undefined ? [column] : [column, ...column.pairs];
}

/** A part that stands for its record where there is none gives its fields their plain names as well. */
export function withPlainNames(fields: ReadonlySet<string>, document: DocumentKind): Carried {
  const selfParts = selfPartsOf(document);
  return { has: (field) => fields.has(field) || selfParts.some((part) => fields.has(`${part}.${field}`)) };
}

function withoutLanguage(field: string): string {
  return field.split('@')[0] ?? field;
}

/** Headers that would be understood for a field. */
export function headersOf(format: Format, document: DocumentKind, field: string): readonly string[] {
  const paths = new Set([field, ...selfPartsOf(document).map((part) => `${part}.${field}`)]);
  return format.columns
    .filter(
      ({ name, pattern, field = '', fields = [field] }) =>
        name !== pattern && fields.some((one) => paths.has(withoutLanguage(one))),
    )
    .map((column) => column.name);
}

/** The field for the currency of an amount: the declared price has one of its own. */
export function currencyFieldBeside(amount: string, fields: readonly Field[]): string | undefined {
  const candidates = amount.startsWith('declared') ? ['declaredCurrency'] : ['priceCurrency', 'currency'];
  return candidates.find((candidate) => fields.some((field) => field.id === candidate));
}

function currencyPathBeside(path: string, document: DocumentKind): string {
  const [first = '', second] = path.split('.');
  const part = second === undefined ? undefined : document.parts.find((one) => one.id === first);
  const beside = currencyFieldBeside(second ?? first, part?.fields ?? document.fields) ?? path;
  return part === undefined ? beside : `${first}.${beside}`;
}

function selfPartsOf(document: DocumentKind): readonly string[] {
  return document.parts.filter((part) => part.selfWhenAbsent).map((part) => part.id);
}
