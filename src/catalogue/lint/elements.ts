import type { CatalogueFault } from '../../model/catalogue.js';
import { isEnvelope } from '../elements.js';
import { formatCode } from '../format-codes.js';
import type { LinkedStandard } from '../linked.js';
import type { RawRow, RawTable } from '../raw-message.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint, type LintContext } from './context.js';
import { scopeOf } from './fields.js';
import { isKnown, unknownField } from './scope.js';

/** Rows of element tables say what can be checked, of fields that are there. */
export const elements: Lint = function* (context) {
  for (const linked of context.standards) {
    for (const [index, table] of (linked.source.raw.elements ?? []).entries()) {
      for (const [at, row] of table.rows.entries()) {
        const path = ['elements', index, 'rows', at];
        yield* rowField(context, linked, table, row, path);
        yield* rowValues(linked, row, path);
      }
    }
  }
};

function* rowField(
  context: LintContext,
  linked: LinkedStandard,
  table: RawTable,
  row: RawRow,
  path: YamlPath,
): Generator<CatalogueFault> {
  const format = linked.source.raw.structure?.format;
  const recordPath = format === undefined ? undefined : context.supporting.formats.get(format)?.xml?.record;
  if (row.field === undefined) {
    // The envelope is no record: its elements may stand for themselves.
    if (!isEnvelope(table, recordPath))
      yield faultAt(linked.source, path, 'missing-key', `row '${row.element}' needs 'field'`);
    return;
  }
  const scope = scopeOf(context, table.document, table.part);
  if (scope !== undefined && !isKnown(scope, row.field)) {
    yield faultAt(linked.source, [...path, 'field'], 'unknown-field', unknownField(scope, row.field));
  }
}

function* rowValues({ source }: LinkedStandard, row: RawRow, path: YamlPath): Generator<CatalogueFault> {
  if (row.format !== undefined && formatCode(row.format) === undefined) {
    const message = `'${row.format}' is no format: C36, C..60, N19,5, N4, int, an..35, n..3 or a2`;
    yield faultAt(source, [...path, 'format'], 'format-unknown', message);
  }
  if (row.occurs !== 'C' && row.when !== undefined) {
    yield faultAt(
      source,
      path,
      'when-not-conditional',
      "'when' says when a conditional element is due: 'occurs' has to be C",
      { key: 'when' },
    );
  }
  const values = (['fixed', 'oneOf', 'codes'] as const).filter((key) => row[key] !== undefined);
  if (values.length > 1) {
    yield faultAt(
      source,
      path,
      'values-twice',
      `'${values.join("' and '")}' both say which values are allowed: keep one`,
      { key: values[1] ?? '' },
    );
  }
}

/** The message's structure and its element tables fit together. */
export const structures: Lint = function* ({ standards }) {
  for (const linked of standards) {
    const children = linked.source.raw.structure?.children;
    if (children === undefined) continue;
    for (const [path, value] of Object.entries(children)) {
      yield* parentMissing(linked, path, children);
      if (value === 'elements') yield* withoutTable(linked, path);
      else if (typeof value !== 'string') yield* occurrences(linked, path, value);
    }
    for (const [index, table] of (linked.source.raw.elements ?? []).entries()) {
      if (table.path in children) continue;
      const message = `the structure has no children for '${table.path}', so nobody checks where these elements stand`;
      yield faultAt(linked.source, ['elements', index, 'path'], 'structure-path', message, { severity: 'warning' });
    }
  }
};

type Children = NonNullable<LinkedStandard['source']['raw']['structure']>['children'];

function* parentMissing({ source }: LinkedStandard, path: string, children: Children): Generator<CatalogueFault> {
  if (path === '') return;
  const cut = path.lastIndexOf('/');
  const siblings = children[path.slice(0, Math.max(cut, 0))];
  const name = path.slice(cut + 1);
  if (siblings !== undefined && (typeof siblings === 'string' || name in siblings)) return;
  yield faultAt(
    source,
    ['structure', 'children'],
    'structure-path',
    `no element '${name}' is a child where '${path}' says it stands`,
    { key: path },
  );
}

function* withoutTable({ source }: LinkedStandard, path: string): Generator<CatalogueFault> {
  if ((source.raw.elements ?? []).some((table) => table.path === path)) return;
  yield faultAt(
    source,
    ['structure', 'children', path],
    'structure-elements',
    `no element table has the path '${path}'`,
  );
}

function* occurrences(
  { source }: LinkedStandard,
  path: string,
  value: { readonly [element: string]: readonly (number | string)[] },
): Generator<CatalogueFault> {
  for (const [element, [least, most]] of Object.entries(value)) {
    const [min, max] = [Number(least ?? 0), Number(most ?? 0)];
    if (max === 0 || min <= max) continue;
    yield faultAt(
      source,
      ['structure', 'children', path, element],
      'structure-occurs',
      `at least ${min} and at most ${max} cannot be`,
    );
  }
}
