import type { DocumentKind } from '../../model/document.js';
import type { Location } from '../../model/location.js';
import type { SourceRecord } from '../../model/record.js';
import { bareGtin, formatDecimal, own, parseDecimal, textOf } from '../../vocabulary/index.js';
import { itemName, keyOf, recordKey, recordName } from '../identity.js';
import { type AcrossPlace, fieldOfPath } from './across-rule.js';
import type { Layout, View } from './views.js';

/** A place without its file and pointer; names of fields and sheets as numbers among `Texts`. */
type PackedPlace = readonly [line: number, column: number, record: number, name: number, cell?: string, sheet?: number];
type PackedValue = string | 0;

/** What is kept of a piece: its values in the layout's order, where each stands, and whether it stands in the record around the item. */
type PackedPiece = readonly [
  values: readonly PackedValue[],
  places: readonly (PackedPlace | 0)[],
  outside: readonly number[],
];
type PackedLines = readonly [place: PackedPlace, items: readonly (readonly [name: string, ...piece: PackedPiece])[]];

/** A row as it is kept: JSON, so that it goes into a file as well as into memory. */
export type PackedRow = readonly [
  key: string,
  view: number,
  roles: readonly number[],
  order: number,
  file: number,
  recordKey: string,
  named: 0 | 1,
  item: number,
  itemName: string,
  piece: PackedPiece,
  lines: readonly PackedLines[],
  prefix: string,
];

/** Texts that come again and again, kept once: file names, element names, headers. */
export type Texts = { readonly numberOf: (text: string) => number; readonly textOf: (number: number) => string };

export function createTexts(): Texts {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    textOf: (number) => texts[number] ?? '',
  };
}

/** A record or an item of it as a view keeps it. */
export type Row = Piece & {
  readonly key: string;
  readonly view: View;
  /** Indices of the view's roles in which it takes part. */
  readonly roles: readonly number[];
  /** Number of the record in the run; items of one record have the same. */
  readonly order: number;
  readonly file: string;
  /** What the record's format sets before the joining value, which partners may leave out. */
  readonly prefix: string;
  readonly lines: ReadonlyMap<string, Lines>;
};

export type Lines = { readonly items: readonly Piece[]; readonly place: (rule: string) => AcrossPlace };

/** Some fields of a record or of one of its items. */
export type Piece = {
  readonly value: (field: string) => string | undefined;
  /** Numbers are compared as numbers, everything else as text. */
  readonly comparable: (field: string) => string | undefined;
  /** Where a finding about the field points. */
  readonly place: (field: string, rule: string) => AcrossPlace;
};

export type RowMaker = {
  readonly pack: (view: View, record: SourceRecord, order: number, roles: readonly number[], item: Item) => PackedRow;
  readonly unpack: (row: PackedRow) => Row;
};

/** The record itself, or an item of a part. */
export type Item = { readonly value: unknown; readonly path: readonly string[] };

/**
 * @param keyText the text a row is kept under: the joining value, or its keyed hash where it is personal
 * @param prefixOf what a format sets before the values of a field
 */
export function createRowMaker(
  views: readonly View[],
  keyText: (view: View, value: string) => string,
  prefixOf: (format: string, path: string) => string,
): RowMaker {
  const texts = createTexts();

  const packPlace = (record: SourceRecord, path: readonly string[]): PackedPlace => {
    const { line = 0, column = 0, record: number = 0, name = '', cell, sheet } = record.locate(`/${path.join('/')}`);
    const place = [line, column, number, texts.numberOf(name)] as const;
    if (sheet !== undefined) return [...place, cell ?? '', texts.numberOf(sheet)];
    return cell === undefined ? place : [...place, cell];
  };

  const packPiece = (record: SourceRecord, { value, path }: Item, { fields }: Layout): PackedPiece => {
    const outside: number[] = [];
    const places: (PackedPlace | 0)[] = [];
    const values = fields.map((field, index): PackedValue => {
      const within = textOf(own(value, field));
      const text = within ?? (path.length === 0 ? undefined : textOf(own(record.fields, field)));
      if (within === undefined && text !== undefined) outside.push(index);
      places.push(text === undefined ? 0 : packPlace(record, within === undefined ? [field] : [...path, field]));
      return text ?? 0;
    });
    return [values, places, outside];
  };

  const packLines = (record: SourceRecord, part: string, layout: Layout): PackedLines => {
    const items = own(record.fields, part);
    const all = Array.isArray(items) ? items : [];
    return [
      packPlace(record, [part]),
      all.map((value: unknown, index) => [
        itemName(value),
        ...packPiece(record, { value, path: [part, String(index)] }, layout),
      ]),
    ];
  };

  return {
    pack: (view, record, order, roles, item) => {
      const piece = packPiece(record, item, view.layout);
      const name = recordName(view.document, record.fields);
      const key = textOf(own(item.value, view.key)) ?? textOf(own(record.fields, view.key)) ?? '';
      return [
        keyText(view, view.key === 'gtin' ? bareGtin(key) : comparableText(key, view.hasNumericKey())),
        view.number,
        roles,
        order,
        texts.numberOf(record.file),
        name ?? recordKey(view.document, record.fields),
        name === undefined ? 0 : 1,
        item.path.length === 0 ? -1 : Number(item.path[1]),
        item.path.length === 0 ? '' : itemName(item.value),
        piece,
        view.lines.map(({ part, layout }) => packLines(record, part, layout)),
        prefixOf(record.format, view.part === undefined ? view.key : `${view.part}.${view.key}`),
      ];
    },
    unpack: (packed) => unpackRow(packed, views, texts),
  };
}

/** Everything a finding says of the record a piece belongs to. */
type Owner = {
  readonly document: DocumentKind;
  readonly file: string;
  readonly key: string;
  readonly name: string | undefined;
};

function unpackRow(packed: PackedRow, views: readonly View[], texts: Texts): Row {
  const [key, number, roles, order, file, recordKeyText, named, item, name, piece, lines, prefix] = packed;
  const view = views[number];
  if (view === undefined) throw new Error(`no view ${number}`);
  const owner: Owner = {
    document: view.document,
    file: texts.textOf(file),
    key: recordKeyText,
    name: named === 1 ? recordKeyText : undefined,
  };
  const path = item < 0 || view.part === undefined ? [] : [view.part, String(item)];
  return {
    ...unpackPiece(piece, view.layout, owner, { path, name }, texts),
    key,
    view,
    roles,
    order,
    file: owner.file,
    prefix,
    lines: new Map(
      view.lines.map(({ part, layout }, index) => {
        const [place, items] = lines[index] ?? [[0, 0, 0, 0], []];
        return [
          part,
          {
            place: (rule) => acrossPlace(owner, { path: [part], name: '' }, rule, place, undefined, texts),
            items: items.map(([own, ...rest], at) =>
              unpackPiece(rest, layout, owner, { path: [part, String(at)], name: own }, texts),
            ),
          },
        ];
      }),
    ),
  };
}

type Position = { readonly path: readonly string[]; readonly name: string };

function unpackPiece(
  [values, places, outside]: PackedPiece,
  { index, isNumeric }: Layout,
  owner: Owner,
  { path, name }: Position,
  texts: Texts,
): Piece {
  const value = (field: string): string | undefined => textIn(values, index.get(field) ?? -1);
  return {
    value,
    comparable: (field) => {
      const text = value(field);
      if (text === undefined) return undefined;
      return field === 'gtin' ? bareGtin(text) : comparableText(text, isNumeric(index.get(field) ?? -1));
    },
    place: (field, rule) => {
      const at = index.get(field) ?? -1;
      const position = { path: [...(outside.includes(at) ? [] : path), field], name };
      return acrossPlace(owner, position, rule, places[at] || [0, 0, 0, 0], value(field), texts);
    },
  };
}

function acrossPlace(
  { document, file, key, name }: Owner,
  position: Position,
  rule: string,
  [line, column, record, label, cell = '', sheet]: PackedPlace,
  actual: string | undefined,
  texts: Texts,
): AcrossPlace {
  const { path } = position;
  const location: Location = {
    file,
    ...(line === 0 ? {} : { line }),
    ...(column === 0 ? {} : { column }),
    ...(record === 0 ? {} : { record }),
    ...(cell === '' ? {} : { cell }),
    ...(sheet === undefined ? {} : { sheet: texts.textOf(sheet) }),
    pointer: `/${path.join('/')}`,
    ...(texts.textOf(label) === '' ? {} : { name: texts.textOf(label) }),
  };
  return {
    document,
    field: fieldOfPath(path),
    location,
    key: keyOf(rule, document, key, path, position.name),
    record: name,
    actual,
  };
}

function textIn(values: readonly PackedValue[], at: number): string | undefined {
  const value = values[at];
  return typeof value === 'string' ? value : undefined;
}

function comparableText(text: string, numeric: boolean): string {
  const decimal = numeric ? parseDecimal(text.trim()) : undefined;
  return decimal === undefined ? text : formatDecimal(decimal);
}
