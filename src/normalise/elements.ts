import type { Location } from '../model/location.js';
import type { ElementRecord, RawRecord } from '../model/reading.js';
import type { Fields, SourceRecord, XmlElement } from '../model/record.js';
import { carriedBy, headersOf } from './carried.js';
import { elementLocation, elementLocator } from './element-place.js';
import { type ElementTargets, elementTargets } from './element-targets.js';
import type { NormaliseInput, Normaliser } from './index.js';
import { putCurrency, putText, type Target } from './targets.js';
import { unknownCollector } from './unknown.js';

/** Normalises XML records: heads count as the record itself, repeated children fill parts. */
export function elementNormaliser(input: NormaliseInput): Normaliser {
  const { format, document, file } = input;
  const targets = elementTargets(input);
  const known = carriedBy(format, document);
  const unknown = unknownCollector(file, format.columns);
  const { heads = [], parts = {} } = format.xml ?? {};
  // The shape of a message is its own standard's business; a feed has no other judge of its names.
  const flat = heads.length === 0 && Object.keys(parts).length === 0 && !targets.deep;

  const build = ({ element, number }: ElementRecord): SourceRecord => {
    const fields: Fields = {};
    const raw: Fields = {};
    if (flat)
      for (const child of element.children)
        if (!targets.knows(child.name)) unknown.note(child.name, elementLocation(file, number, child, ''));
    fillRecord(input, targets, element, fields, raw);
    const locate = elementLocator(input, targets, element, number);
    return { document: document.id, format: format.id, file, number, fields, raw, locate, element };
  };

  return {
    push: (batch: readonly RawRecord[]) =>
      batch.flatMap((record) => (record.kind === 'element' ? [build(record)] : [])),
    flush: () => [],
    envelope: ({ envelope }) => (envelope === undefined ? undefined : envelopeRecord(input, targets, envelope)),
    provides: (field) => known.has(field),
    couldProvide: (field) => known.has(field),
    headersFor: (field) => headersOf(format, document, field),
    notices: () => unknown.notices(),
  };
}

function fillRecord(
  input: NormaliseInput,
  targets: ElementTargets,
  element: XmlElement,
  fields: Fields,
  raw: Fields,
): void {
  const { heads = [], parts = {} } = input.format.xml ?? {};
  const items = new Map<string, { fields: Fields; raw: Fields }[]>();
  const own: XmlElement[] = [];
  for (const child of element.children) {
    const part = parts[child.name];
    if (part !== undefined) {
      const item = { fields: {}, raw: {} };
      fillValues(targets, part, child.children, item.fields, item.raw);
      const list = items.get(part);
      if (list === undefined) items.set(part, [item]);
      else list.push(item);
    } else if (heads.includes(child.name)) {
      own.push(...child.children);
    } else {
      own.push(child);
    }
  }
  fillValues(targets, undefined, own, fields, raw);
  for (const [part, list] of items) {
    fields[part] = list.map((item) => item.fields);
    raw[part] = list.map((item) => item.raw);
  }
}

/** Puts elements into their fields, those of the format's own namespace before any other of the same name. */
function fillValues(
  targets: ElementTargets,
  part: string | undefined,
  elements: readonly XmlElement[],
  fields: Fields,
  raw: Fields,
): void {
  const priced: (readonly [Target, string])[] = [];
  for (const { target, text } of targets.values(part, elements)) {
    putText(fields, raw, target, text);
    if (target.currency !== undefined) priced.push([target, text]);
  }
  for (const [target, text] of priced) putCurrency(fields, target, text);
}

/** The envelope's own values (BaseTransfer): rules about the transfer judge it once per message. */
function envelopeRecord(input: NormaliseInput, targets: ElementTargets, envelope: XmlElement): SourceRecord {
  const { document, format, file } = input;
  const fields: Fields = {};
  const raw: Fields = {};
  const { record, envelope: name } = format.xml ?? {};
  const first = record?.split('/')[0];
  const holder = name === undefined ? undefined : envelope.children.find((child) => child.name === name);
  const others = envelope.children.filter((child) => child.name !== first && name === undefined);
  const values = (holder === undefined ? others : [holder]).flatMap((child) => child.children);
  fillValues(targets, undefined, values, fields, raw);
  const locate = (pointer: string): Location => {
    const found = targets.values(undefined, values).find(({ target }) => target.field === pointer.slice(1));
    return elementLocation(file, 0, found?.element ?? holder ?? envelope, pointer);
  };
  return { document: document.id, format: format.id, file, number: 0, fields, raw, locate, element: envelope };
}
