import type { Column } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { ElementRecord, RawRecord, ReadOutcome } from '../model/reading.js';
import type { Fields, SourceRecord, XmlElement } from '../model/record.js';
import { fieldsOfFormat, putCell, type Target, targetOf } from './fields.js';
import type { Normaliser, NormaliseInput } from './index.js';

/** Element name → where its text goes; the record's own by plain name, a part's by `part/name`. */
type Targets = ReadonlyMap<string, Target>;

/** Normalises XML records: heads count as the record itself, repeated children fill parts. */
export function elementNormaliser(input: NormaliseInput): Normaliser {
  const { format, document, file } = input;
  const targets = targetsOf(input);
  const known = fieldsOfFormat(format);

  const build = ({ element, number }: ElementRecord): SourceRecord => {
    const fields: Fields = {};
    const raw: Fields = {};
    fill(input, targets, element, fields, raw);
    const locate = (pointer: string): Location => locateElement(input, targets, element, number, pointer);
    return { document: document.id, format: format.id, file, number, fields, raw, locate, element };
  };

  return {
    push: (batch: readonly RawRecord[]) => batch.flatMap((record) => (record.kind === 'element' ? [build(record)] : [])),
    flush: () => [],
    envelope: ({ envelope }) => (envelope === undefined ? undefined : envelopeRecord(input, envelope)),
    provides: () => true,
    couldProvide: (field) => known.has(field),
    headersFor: (field) => format.columns.filter((column) => column.field === field).map((column) => column.name),
    notices: () => [],
  };
}

function targetsOf({ format, document }: NormaliseInput): Targets {
  const targets = new Map<string, Target>();
  const add = (name: string, column: Column): void => {
    const target = targetOf(column, name, document);
    if (target !== undefined) targets.set(target.part === undefined ? name : `${target.part}/${name}`, target);
  };
  for (const column of format.columns) for (const name of [column.name, ...column.aliases]) add(name, column);
  return targets;
}

function fill(input: NormaliseInput, targets: Targets, element: XmlElement, fields: Fields, raw: Fields): void {
  const { heads = [], parts = {} } = input.format.xml ?? {};
  const items = new Map<string, { fields: Fields; raw: Fields }[]>();
  for (const child of element.children) {
    const part = parts[child.name];
    if (part !== undefined) {
      const item = { fields: {}, raw: {} };
      for (const one of child.children) put(targets.get(`${part}/${one.name}`), one, item.fields, item.raw);
      items.set(part, [...(items.get(part) ?? []), item]);
    } else if (heads.includes(child.name)) {
      fill(input, targets, child, fields, raw);
    } else {
      put(targets.get(child.name), child, fields, raw);
    }
  }
  for (const [part, list] of items) {
    fields[part] = list.map((item) => item.fields);
    raw[part] = list.map((item) => item.raw);
  }
}

function put(target: Target | undefined, element: XmlElement, fields: Fields, raw: Fields): void {
  if (target !== undefined) putCell(fields, raw, target, element.text);
}

/** The envelope's own values (BaseTransfer): rules about the transfer judge it once per message. */
function envelopeRecord(input: NormaliseInput, envelope: XmlElement): SourceRecord {
  const targets = targetsOf(input);
  const fields: Fields = {};
  const raw: Fields = {};
  const record = input.format.xml?.record.split('/')[0];
  const values = envelope.children.filter((child) => child.name !== record).flatMap((child) => child.children);
  for (const element of values) put(targets.get(element.name), element, fields, raw);
  const locate = (pointer: string): Location => {
    const field = pointer.slice(1);
    const element = values.find((one) => targets.get(one.name)?.field === field);
    return elementLocation(input.file, 0, element ?? envelope, pointer);
  };
  const { document, format, file } = input;
  return { document: document.id, format: format.id, file, number: 0, fields, raw, locate, element: envelope };
}

/** The element of a pointer; where it is absent, the element that should hold it. */
function locateElement(input: NormaliseInput, targets: Targets, record: XmlElement, number: number, pointer: string): Location {
  const { heads = [], parts = {} } = input.format.xml ?? {};
  const [, first = '', index, second] = pointer.split('/');
  const part = input.document.parts.find((one) => one.id === first && index !== undefined);
  const head = record.children.find((child) => heads.includes(child.name)) ?? record;
  const items = record.children.filter((child) => parts[child.name] === part?.id);
  const holder = part === undefined ? head : (items[Number(index)] ?? record);
  const field = part === undefined ? first : second;
  const prefix = part === undefined ? '' : `${part.id}/`;
  const candidates = part === undefined ? [...head.children, ...record.children] : holder.children;
  const found = candidates.find((child) => targets.get(prefix + child.name)?.field === field);
  return elementLocation(input.file, number, found ?? holder, pointer);
}

export function elementLocation(file: string, number: number, element: XmlElement, pointer: string): Location {
  const place = { file, line: element.line, column: element.column, pointer, name: element.name };
  return number > 0 ? { ...place, record: number } : place;
}
