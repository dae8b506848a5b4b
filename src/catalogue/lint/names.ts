import type { CatalogueFault } from '../../model/catalogue.js';
import { elementId } from '../elements.js';
import type { LinkedStandard } from '../linked.js';
import type { Loaded } from '../load.js';
import type { FileKind } from '../raw.js';
import { slugOf } from '../slug.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint, type LintContext } from './context.js';

/** Files are called what they hold, and stand in the folder of their level. */
export const fileNames: Lint = function* ({ loaded }) {
  for (const source of loaded.files.standard) {
    const { number, level } = source.raw;
    const slug = slugOf(number);
    if (slug !== undefined && slug !== source.id) {
      yield faultAt(
        source,
        ['number'],
        'file-name',
        `the file of ${number} is called ${slug}.yaml, not ${source.id}.yaml`,
      );
    }
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(source.id)) {
      yield faultAt(
        source,
        ['number'],
        'file-name',
        `'${source.id}' is no slug: lower-case letters, digits, dots and hyphens`,
      );
    }
    if (level !== source.folder) {
      yield faultAt(
        source,
        ['level'],
        'folder',
        `a standard of level '${level}' stands in ${level}/, not in ${source.folder}/`,
      );
    }
  }
  const { document, format, profile } = loaded.files;
  for (const source of [
    ...document,
    ...format,
    ...profile,
    ...loaded.files['code-list'],
    ...loaded.files['term-list'],
  ]) {
    if (source.raw.id !== source.id) {
      yield faultAt(
        source,
        ['id'],
        'file-name',
        `the file of '${source.raw.id}' is called ${source.raw.id}.yaml, not ${source.id}.yaml`,
      );
    }
  }
};

/** No name stands for two things, and no retired rule comes back. */
export const uniqueNames: Lint = function* (context) {
  yield* uniqueStandards(context);
  for (const linked of context.standards) {
    yield* uniqueRules(linked);
    yield* uniqueElements(linked);
    yield* notRetired(linked, context.supporting.retired);
    yield* duplicates(linked.source, ['clauses'], 'ref', linked.source.raw.clauses ?? [], (clause) => clause.ref);
  }
  for (const source of context.loaded.files.categories)
    yield* duplicates(source, [], 'id', source.raw, (category) => category.id);
  for (const source of context.loaded.files.retired) yield* duplicates(source, [], undefined, source.raw, (id) => id);
};

function* uniqueStandards({ loaded }: LintContext): Generator<CatalogueFault> {
  const numbers = new Map<string, string>();
  const slugs = new Map<string, string>();
  for (const source of loaded.files.standard) {
    const sameNumber = numbers.get(source.raw.number);
    const sameSlug = slugs.get(source.id);
    const other = sameNumber ?? sameSlug;
    if (other !== undefined)
      yield faultAt(
        source,
        ['number'],
        'duplicate-id',
        `${source.raw.number} is in the catalogue already, in ${other}`,
      );
    numbers.set(source.raw.number, source.yaml.file);
    slugs.set(source.id, source.yaml.file);
  }
}

function* uniqueRules({ source, rules, across }: LinkedStandard): Generator<CatalogueFault> {
  const seen = new Set(rules.filter(({ value }) => value.element !== undefined).map(({ value }) => value.id));
  for (const { value, path } of [...rules.filter((rule) => rule.value.element === undefined), ...across]) {
    const reserved = value.id.includes('/structure.') && source.raw.structure !== undefined;
    if (seen.has(value.id) || reserved)
      yield faultAt(source, [...path, 'id'], 'duplicate-id', `the rule id '${value.id}' is used twice`);
    seen.add(value.id);
  }
}

function* uniqueElements({ source }: LinkedStandard): Generator<CatalogueFault> {
  const seen = new Set<string>();
  for (const [index, table] of (source.raw.elements ?? []).entries()) {
    for (const [at, row] of table.rows.entries()) {
      const id = elementId(table, row);
      const path = ['elements', index, 'rows', at, 'element'];
      const advice = `give table '${table.table}' an idPrefix or the row an id`;
      if (seen.has(id)) yield faultAt(source, path, 'duplicate-id', `the element id '${id}' is used twice; ${advice}`);
      if (id === (table.idPrefix ?? ''))
        yield faultAt(source, path, 'element-id', `'${row.element}' makes no id in Latin letters; give the row an id`);
      seen.add(id);
    }
  }
}

function* notRetired(
  { source, rules, across }: LinkedStandard,
  retired: ReadonlySet<string>,
): Generator<CatalogueFault> {
  for (const { value, path } of [...rules, ...across]) {
    if (!retired.has(value.id)) continue;
    yield faultAt(
      source,
      path,
      'retired-id',
      `the rule id '${value.id}' is retired and may not come back; choose another`,
    );
  }
}

/** Faults for every item of a list whose name an earlier one has. */
export function* duplicates<Item>(
  source: Loaded<FileKind>,
  path: YamlPath,
  key: string | undefined,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Generator<CatalogueFault> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const name = nameOf(item);
    const place = key === undefined ? [...path, index] : [...path, index, key];
    if (seen.has(name)) yield faultAt(source, place, 'duplicate-id', `'${name}' is there twice`);
    seen.add(name);
  }
}
