import type { CatalogueFault } from '../../model/catalogue.js';
import type { LinkedStandard } from '../linked.js';
import { didYouMean } from '../nearest.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint } from './context.js';

/** Rules name clauses that are there; clauses say truly how far they are covered. */
export const clauses: Lint = function* ({ standards }) {
  for (const linked of standards) {
    yield* unknownClauses(linked);
    yield* uncovered(linked);
  }
};

function* unknownClauses(linked: LinkedStandard): Generator<CatalogueFault> {
  const known = new Set((linked.source.raw.clauses ?? []).map((clause) => clause.ref));
  for (const { clause, path } of namedClauses(linked)) {
    if (known.has(clause)) continue;
    const message = `no clause '${clause}' among the clauses${didYouMean(clause, known)}`;
    yield faultAt(linked.source, [...path, 'clause'], 'unknown-clause', message);
  }
}

/** Every place where a standard's file names a clause. */
function* namedClauses({ source }: LinkedStandard): Generator<{ readonly clause: string; readonly path: YamlPath }> {
  const { rules = [], across = [], elements = [], structure } = source.raw;
  const lists = [...entries('rules', rules), ...entries('across', across), ...entries('elements', elements)];
  const rows = elements.flatMap((table, index) => entries('rows', table.rows, ['elements', index]));
  for (const { item, path } of [...lists, ...rows]) if (item.clause !== undefined) yield { clause: item.clause, path };
  if (structure?.clause !== undefined) yield { clause: structure.clause, path: ['structure'] };
}

function entries<Item>(
  name: string,
  items: readonly Item[],
  within: YamlPath = [],
): { readonly item: Item; readonly path: YamlPath }[] {
  return items.map((item, index) => ({ item, path: [...within, name, index] }));
}

function* uncovered(linked: LinkedStandard): Generator<CatalogueFault> {
  const covered = coveredClauses(linked);
  for (const [index, { ref, coverage, question }] of (linked.source.raw.clauses ?? []).entries()) {
    const path = ['clauses', index];
    if (coverage === 'manual' && question === undefined) {
      yield faultAt(
        linked.source,
        path,
        'manual-without-question',
        `clause '${ref}' is for a person to judge: write the question`,
      );
    }
    if (covered.has(ref) || (coverage !== 'automated' && coverage !== 'partial')) continue;
    const severity = coverage === 'automated' ? 'error' : 'warning';
    const message = `clause '${ref}' is said to be ${coverage}, but no rule and no citation names it`;
    yield faultAt(linked.source, [...path, 'coverage'], 'clause-unchecked', message, { severity });
  }
}

/** Clauses at least one rule, citation or message structure stands for. */
export function coveredClauses({ standard, rules, across, structure }: LinkedStandard): Set<string> {
  const named = [
    ...rules.map(({ value }) => value.clause),
    ...across.map(({ value }) => value.clause),
    ...standard.citations.map(({ clause }) => clause),
    ...(structure?.rules ?? []).map(({ clause }) => clause),
  ];
  return new Set(named.filter((clause) => clause !== undefined));
}
