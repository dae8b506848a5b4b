import type { CatalogueFault } from '../../model/catalogue.js';
import type { Condition } from '../../model/condition.js';
import type { LinkedCatalogue } from '../assemble.js';
import type { Loaded, LoadedCatalogue } from '../load.js';
import type { FileKind } from '../raw.js';
import type { YamlPath } from '../yaml.js';

/** What every lint may look at. */
export type LintContext = LinkedCatalogue & {
  readonly loaded: LoadedCatalogue;
  /** The day whose dates are judged by, yyyy-MM-dd; without one, only what is wrong on any day is named. */
  readonly asOf?: string;
  /** Full ids of all rules, across rules and structure rules. */
  readonly ruleIds: ReadonlySet<string>;
  /** Is there such a file, though too broken to look into? Then whoever refers to it is not at fault. */
  readonly isBroken: (folder: string, id: string) => boolean;
};

export type Lint = (context: LintContext) => Iterable<CatalogueFault>;

/** A fault at the value of a path; at the key itself where one is given. */
export function faultAt(
  source: Loaded<FileKind>,
  path: YamlPath,
  code: string,
  message: string,
  options: { readonly key?: string; readonly severity?: CatalogueFault['severity'] } = {},
): CatalogueFault {
  const { key, severity = 'error' } = options;
  const place = key === undefined ? source.yaml.placeOf(path) : source.yaml.placeOfKey(path, key);
  return { file: source.yaml.file, ...place, code, message, severity };
}

/** A condition inside another, and whether the whole insists on it (it stands neither under `not` nor under `if`). */
export type Visit = { readonly condition: Condition; readonly path: YamlPath; readonly insists: boolean };

/** A condition and all conditions within it. */
export function* walkCondition(condition: Condition, path: YamlPath, insists = true): Generator<Visit> {
  yield { condition, path, insists };
  for (const [name, nested] of Object.entries(condition.properties ?? {})) {
    yield* walkCondition(nested, [...path, 'properties', name], insists);
  }
  for (const keyword of ['allOf', 'anyOf'] as const) {
    for (const [index, nested] of (condition[keyword] ?? []).entries())
      yield* walkCondition(nested, [...path, keyword, index], insists);
  }
  for (const keyword of ['items', 'contains', 'then', 'else', 'if', 'not'] as const) {
    const nested = condition[keyword];
    const softens = keyword === 'if' || keyword === 'not';
    if (nested !== undefined) yield* walkCondition(nested, [...path, keyword], insists && !softens);
  }
}

/** One of the conditions of a rule or a row, and what it is asked of. */
export type ConditionPlace = {
  readonly condition: Condition;
  readonly path: YamlPath;
  readonly role: 'when' | 'where' | 'require';
  readonly documents: readonly string[];
  /** The part whose items are asked; absent: the record. */
  readonly part?: string;
};

/** Every condition an author wrote in a standard. */
export function* conditionsOf({ source, rules, across }: LintContext['standards'][number]): Generator<ConditionPlace> {
  for (const { value: rule, path } of rules) {
    if (rule.element !== undefined) continue;
    for (const role of ['when', 'where', 'require'] as const) {
      const condition = rule[role];
      if (condition === undefined) continue;
      const part = role === 'when' || rule.part === undefined ? {} : { part: rule.part };
      yield { condition, path: [...path, role], role, documents: rule.applies.documents, ...part };
    }
  }
  for (const { value: rule, path } of across) {
    if (rule.when === undefined) continue;
    yield { condition: rule.when, path: [...path, 'when'], role: 'when', documents: rule.applies.documents };
  }
  for (const [index, table] of (source.raw.elements ?? []).entries()) {
    for (const [at, row] of table.rows.entries()) {
      if (row.when === undefined) continue;
      yield {
        condition: row.when,
        path: ['elements', index, 'rows', at, 'when'],
        role: 'when',
        documents: [table.document],
      };
    }
  }
}
