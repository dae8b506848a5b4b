import type { CheckGroup } from '../model/compiled.js';
import type { Location } from '../model/location.js';
import type { ReadNotice, SourceRecord } from '../model/record.js';
import type { Edition, Rule } from '../model/standard.js';
import type { CheckRun, EditionLedger, FileContext } from './check-run.js';
import { eachItem, type ItemPlace } from './items.js';
import type { Misshape } from './misshape.js';
import { emptyTally } from './tally.js';

/** What in a document only one edition of its specification does not take: the element, and where it stands. */
type Breach = { readonly element: string; readonly location: Location };

/** Documents of a file that fit one edition of their specification and not another. */
type Fitting = { count: number; readonly elements: Set<string>; first: Location | undefined };

/** Told what of a record breaks the edition by which it is judged; finds out what breaks the other one. */
export type EditionFit = {
  readonly failed: (rule: Rule, record: SourceRecord, item: ItemPlace | undefined) => void;
  readonly misshapen: (own: readonly Misshape[], other: readonly Misshape[]) => void;
  /** The record has been judged. */
  readonly settle: (record: SourceRecord) => void;
  readonly notices: () => readonly ReadNotice[];
};

export function createEditionLedger(): EditionLedger {
  const met = new Map<Edition, { readonly elements: string; readonly location: Location }>();
  return {
    note: (edition, breach) => {
      if (!met.has(edition)) met.set(edition, breach);
    },
    notices: () => {
      const [first, second] = [...met].sort(([a], [b]) => (a < b ? -1 : 1));
      if (first === undefined || second === undefined) return [];
      const [edition, { elements, location }] = first;
      const { file, line = 1 } = second[1].location;
      const there = { other: second[0], others: second[1].elements, where: `${file}:${line}` };
      return [{ id: 'editions-mixed', weight: 'note', location, values: { edition, elements, ...there } }];
    },
  };
}

/**
 * Which edition of their specification the documents of a file fit, as far as the editions differ. Nothing where they do
 * not differ for this format.
 */
export function createEditionFit(
  run: CheckRun,
  context: FileContext,
  groups: readonly CheckGroup[],
  selfParts: ReadonlySet<string>,
): EditionFit {
  const { rules, standards } = run.compiled.catalogue;
  const scratch = emptyTally(rules.length);
  const fits: { [edition in Edition]?: Fitting } = {};
  let judged: Edition | undefined;
  let own: Breach[] = [];
  let other: Breach[] = [];

  const breachOf = (rule: Rule, record: SourceRecord, item: ItemPlace | undefined): Breach => {
    const row = standards.find(({ slug }) => slug === rule.standard)?.elements.find(({ id }) => id === rule.element);
    const field = row?.field ?? '';
    const pointer = item === undefined ? `/${field}` : `/${item.part}/${item.index}/${field}`;
    return { element: row?.element ?? field, location: record.locate(pointer) };
  };
  const judgeElsewhere = (record: SourceRecord, on: Uint8Array): void => {
    for (const group of groups) {
      if (group.envelope || !group.rules.some((rule) => on[rule] === 1)) continue;
      eachItem(group, record, selfParts, (one, raw, item) =>
        group.check(one, record.fields, raw, on, scratch, (index) => {
          const rule = rules[index];
          if (rule !== undefined) other.push(breachOf(rule, record, item));
        }),
      );
    }
  };
  const add = (edition: Edition, breaches: readonly Breach[]): void => {
    fits[edition] ??= { count: 0, elements: new Set(), first: undefined };
    const known = fits[edition];
    known.count += 1;
    known.first ??= breaches[0]?.location;
    for (const { element } of breaches) known.elements.add(element);
    const { first } = known;
    if (known.count === 1 && first !== undefined)
      run.editions.note(edition, { elements: [...known.elements].join(', '), location: first });
  };
  const placed = ({ element }: Misshape): Breach => {
    const { line, column, name } = element;
    return { element: name, location: { file: context.file, line, column, pointer: '', name } };
  };

  return {
    failed: (rule, record, item) => {
      if (rule.applies.editions !== undefined) own.push(breachOf(rule, record, item));
    },
    misshapen: (here, there) => {
      const keyOf = ({ breach, element }: Misshape): string => `${breach} ${element.line}:${element.column}`;
      const shared = new Set(here.map(keyOf).filter((key) => there.some((one) => keyOf(one) === key)));
      own.push(...here.filter((one) => !shared.has(keyOf(one))).map(placed));
      other.push(...there.filter((one) => !shared.has(keyOf(one))).map(placed));
    },
    settle: (record) => {
      const { edition, elsewhere } = run.activate(record);
      if (elsewhere !== undefined) {
        judged = edition;
        judgeElsewhere(record, elsewhere.on);
        if (own.length > 0 && other.length === 0) add(elsewhere.edition, own);
        else if (other.length > 0 && own.length === 0) add(edition, other);
      }
      if (own.length > 0) own = [];
      if (other.length > 0) other = [];
    },
    notices: () =>
      Object.entries(fits).flatMap(([edition, { count, elements, first }]): readonly ReadNotice[] => {
        if (edition === judged || first === undefined) return [];
        const values = { edition, judged: judged ?? '', elements: [...elements].join(', '), count };
        return [{ id: 'edition-other', weight: 'note', location: first, values }];
      }),
  };
}
