import type { StructureAttribute } from '../model/format.js';
import type { Location } from '../model/location.js';
import type { SourceRecord, XmlElement } from '../model/record.js';
import type { Edition, Standard } from '../model/standard.js';
import { expectation } from '../text/expectation-values.js';
import type { CheckRun, FileContext } from './check-run.js';
import { countOf } from './counts.js';
import type { EditionFit } from './editions.js';
import { findingKey } from './identity.js';
import type { Misshape } from './misshape.js';
import { below, ofEnvelope, type Shape } from './misshapes.js';

/** An XML declaration that does not fit the bytes: what it says, what they are, and where it stands. */
export type Misdeclared = {
  readonly declared: string;
  readonly encoding: string;
  readonly line: number;
  readonly column: number;
};

export type StructureChecker = {
  readonly record: (record: SourceRecord) => boolean;
  readonly envelope: (record: SourceRecord, misdeclared?: Misdeclared) => void;
};

/** Judges the shape of a message as written: namespaces, attributes, unknown, repeated, missing and misplaced elements. */
export function createStructureChecker(run: CheckRun, context: FileContext, editions: EditionFit): StructureChecker {
  const structure = run.compiled.catalogue.structures.find((one) => one.format === context.format.id);
  if (structure === undefined) return { record: () => false, envelope: () => undefined };
  const standard = run.compiled.catalogue.standards.find((one) => one.slug === structure.standard);
  const tabled = tabledBy(standard);
  const recordPath = context.format.xml?.record ?? '';
  const inner = new Map<string, StructureAttribute[]>();
  for (const attribute of structure.attributes)
    if (attribute.at !== undefined) inner.set(attribute.at, [...(inner.get(attribute.at) ?? []), attribute]);
  const applies = { documents: [context.document.id], formats: [context.format.id] };
  const rules = structure.rules.map((rule) => ({ ...rule, applies }));
  const shapeFor = (edition: Edition): Shape => ({
    structure,
    children: structure.editions[edition] ?? structure.children,
    tabled,
    inner,
    recordPath,
  });
  // What a message may hold differs between the editions for few of them.
  const shapeElsewhere = new Map<Edition, Shape>();
  const elsewhere = (record: SourceRecord): Shape | undefined => {
    if (Object.keys(structure.editions).length === 0) return undefined;
    const edition = run.activate(record).elsewhere?.edition;
    if (edition === undefined) return undefined;
    const known = shapeElsewhere.get(edition) ?? shapeFor(edition);
    shapeElsewhere.set(edition, known);
    return known;
  };
  let shape: Shape | undefined;
  /** A record asks for a signature the schema does not ask for. */
  let signed = false;

  const report = (record: SourceRecord, misshapes: readonly Misshape[]): boolean => {
    let open = false;
    const { ruleReason } = run.activate(record);
    for (const rule of rules) {
      if (ruleReason(rule) !== 'in-force') continue;
      const severity = run.severityOf(rule);
      const count = countOf(run.counts, rule, severity);
      const own = misshapes.filter((one) => one.breach === rule.breach);
      count.checked += 1;
      if (own.length === 0) continue;
      count.failed += 1;
      open = true;
      for (const { element, expected, actual } of own) {
        const wanted = run.sink.wants(rule.id);
        if (!wanted && run.sink.watch?.asks(record, severity) !== true) continue;
        const tell = wanted ? run.sink.add : run.sink.watch?.found;
        tell?.({
          rule: rule.id,
          standards: run.compiled.numbersOf(rule.id, context.document.id),
          severity,
          location: placeOf(context.file, record, element),
          key: findingKey(rule.id, context.document, record, [element.name]),
          expected,
          personal: false,
          state: 'open',
          related: [],
          ...(actual === undefined ? {} : { actual }),
        });
      }
    }
    return open;
  };

  return {
    record: ({ element, ...rest }) => {
      if (element === undefined) return false;
      const record = { ...rest, element };
      shape ??= shapeFor(run.activate(record).edition);
      signed ||= structure.signed !== undefined && hasValues(record, structure.signed);
      const misshapes = below(shape, recordPath, element);
      const other = elsewhere(record);
      if (other !== undefined) editions.misshapen(misshapes, below(other, recordPath, element));
      return report(record, misshapes);
    },
    envelope: (record, misdeclared) => {
      const { element: root } = record;
      if (root === undefined) return;
      const { edition } = run.activate(record);
      const misshapes = ofEnvelope(shape ?? shapeFor(edition), root);
      if (misdeclared !== undefined) misshapes.push(wrongEncoding(root, misdeclared));
      if (structure.since !== undefined && edition < structure.since)
        misshapes.push({
          breach: 'unknown',
          element: root,
          expected: expectation('edition', { edition }),
          actual: root.name,
        });
      if (signed && !root.children.some(({ name }) => name === 'Signature'))
        misshapes.push({
          breach: 'signature',
          element: root,
          expected: expectation('value', { child: 'ds:Signature' }),
        });
      report(record, misshapes);
    },
  };
}

const known = new WeakMap<Standard, ReadonlySet<string>>();

/** `path/element` of the element tables of a standard: a missing element of the table is the table's own finding. */
function tabledBy(standard: Standard | undefined): ReadonlySet<string> {
  if (standard === undefined) return new Set();
  const made = known.get(standard) ?? new Set(standard.elements.map((row) => `${row.path}/${row.element}`));
  known.set(standard, made);
  return made;
}

function wrongEncoding(root: XmlElement, { declared, encoding, line, column }: Misdeclared): Misshape {
  const element = { ...root, name: '?xml', prefix: '', line, column };
  return { breach: 'encoding', element, expected: expectation('encoding', { encoding }), actual: declared };
}

function hasValues({ fields }: SourceRecord, wanted: { readonly [field: string]: string }): boolean {
  return Object.entries(wanted).every(([field, value]) => fields[field] === value);
}

function placeOf(file: string, record: SourceRecord, element: XmlElement): Location {
  const place = { file, line: element.line, column: element.column, pointer: '', name: element.name };
  return record.number > 0 ? { ...place, record: record.number } : place;
}
