import type { Location } from '../model/location.js';
import type { SourceRecord, XmlElement } from '../model/record.js';
import type { CheckRun, FileContext } from './check-run.js';
import { countOf } from './counts.js';
import { findingKey } from './identity.js';
import { below, type Misshape, ofEnvelope } from './misshapes.js';

export type StructureChecker = {
  readonly record: (record: SourceRecord) => boolean;
  readonly envelope: (record: SourceRecord) => void;
};

/** Judges the shape of a message as written: namespaces, attributes, unknown, repeated, missing and misplaced elements. */
export function createStructureChecker(run: CheckRun, context: FileContext): StructureChecker {
  const structure = run.compiled.catalogue.structures.find((one) => one.format === context.format.id);
  if (structure === undefined) return { record: () => false, envelope: () => undefined };
  const standard = run.compiled.catalogue.standards.find((one) => one.slug === structure.standard);
  // A missing element of the table is the table's own finding.
  const tabled = new Set((standard?.elements ?? []).map((row) => `${row.path}/${row.element}`));
  const recordPath = context.format.xml?.record ?? '';

  const report = (record: SourceRecord, misshapes: readonly Misshape[]): boolean => {
    let open = false;
    const { ruleReason } = run.activate(record);
    for (const rule of structure.rules) {
      if (
        ruleReason({ ...rule, applies: { documents: [record.document], formats: [context.format.id] } }) !== 'in-force'
      )
        continue;
      const severity = run.severityOf(rule);
      const count = countOf(run.counts, rule, severity);
      const own = misshapes.filter((one) => one.breach === rule.breach);
      count.checked += 1;
      if (own.length === 0) continue;
      count.failed += 1;
      open = true;
      for (const { element, expected, actual } of own) {
        if (!run.sink.wants(rule.id)) continue;
        run.sink.add({
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
    record: ({ element, ...rest }) =>
      element !== undefined && report({ ...rest, element }, below(structure, tabled, recordPath, element)),
    envelope: (record) => {
      if (record.element !== undefined) report(record, ofEnvelope(structure, tabled, recordPath, record.element));
    },
  };
}

function placeOf(file: string, record: SourceRecord, element: XmlElement): Location {
  const place = { file, line: element.line, column: element.column, pointer: '', name: element.name };
  return record.number > 0 ? { ...place, record: record.number } : place;
}
