import type { Catalogue } from '../model/catalogue.js';
import type { DocumentKind } from '../model/document.js';
import { languages } from '../model/language.js';
import type { ReadNotice, SourceRecord } from '../model/record.js';
import { own } from '../vocabulary/values.js';

export type Statuses = {
  readonly add: (record: SourceRecord) => void;
  /** One notice per status, in the order met, each at the first document that has it. */
  readonly notices: () => readonly ReadNotice[];
};

/** At most so many different statuses are kept: a field full of numbers is no status. */
const mostStatuses = 100;

/** Counts what the coded fields of a document kind say (the status of a receipt), to be told in the words of their lists. */
export function createStatuses({ codes }: Catalogue, { fields }: DocumentKind): Statuses {
  const coded = fields.flatMap(({ id, codes: lists = [] }) => (lists.length === 0 ? [] : [{ id, lists }]));
  const met = new Map<
    string,
    { readonly field: string; readonly code: string; readonly first: SourceRecord; count: number }
  >();
  const nameOf = (field: string, code: string): { readonly [name: string]: string } => {
    const lists = coded.find(({ id }) => id === field)?.lists ?? [];
    const entry = lists
      .flatMap((list) => codes.find(({ id }) => id === list)?.entries ?? [])
      .find((one) => one.code === code);
    return Object.fromEntries(
      languages.flatMap((language) => {
        const name = entry?.name[language];
        return name === undefined ? [] : [[`name@${language}`, name]];
      }),
    );
  };
  return {
    add: (record) => {
      for (const { id } of coded) {
        const code: unknown = own(record.fields, id);
        if (typeof code !== 'string') continue;
        const known = met.get(`${id} ${code}`);
        if (known !== undefined) known.count += 1;
        else if (met.size < mostStatuses) met.set(`${id} ${code}`, { field: id, code, first: record, count: 1 });
      }
    },
    notices: () =>
      [...met.values()].map(({ field, code, first, count }) => ({
        id: 'status-told',
        values: { code, count, ...nameOf(field, code) },
        location: first.locate(`/${field}`),
        weight: 'note',
      })),
  };
}
