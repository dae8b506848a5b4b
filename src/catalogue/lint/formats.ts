import type { CatalogueFault } from '../../model/catalogue.js';
import type { RowMark } from '../../model/format.js';
import type { Evidence } from '../../model/standard.js';
import type { Loaded } from '../load.js';
import type { RawColumn } from '../raw.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint } from './context.js';
import { isKnown, recordScope, type Scope, unknownField } from './scope.js';

/** Formats: columns fill fields the document kind has. */
export const formats: Lint = function* (context) {
  for (const source of context.loaded.files.format) {
    const kind = context.supporting.documents.get(source.raw.document);
    if (kind === undefined) continue;
    const scope = recordScope(kind);
    for (const [index, column] of (source.raw.columns ?? []).entries())
      yield* columnField(source, scope, column, index);
    yield* formatParts(source, scope);
    yield* formatColumns(source);
    yield* formatEvidence(source);
    yield* layout(source);
  }
};

function* columnField(
  source: Loaded<'format'>,
  scope: Scope,
  { field, fields = [], pairs = [] }: RawColumn,
  index: number,
): Generator<CatalogueFault> {
  for (const [at, pair] of pairs.entries())
    if (pair.field !== undefined)
      yield* knownField(source, scope, pair.field, ['columns', index, 'pairs', at, 'field']);
  if (field !== undefined) yield* knownField(source, scope, field, ['columns', index, 'field']);
  for (const [at, one] of fields.entries()) yield* knownField(source, scope, one, ['columns', index, 'fields', at]);
}

function* knownField(source: Loaded<'format'>, scope: Scope, field: string, path: YamlPath): Generator<CatalogueFault> {
  const [dotted = '', language] = field.split('@');
  const [first = '', second] = dotted.split('.');
  const within = second === undefined ? scope : scope.parts.get(first);
  const name = second ?? first;
  if (within === undefined) {
    yield faultAt(source, path, 'unknown-part', `${scope.name} has no part '${first}'`);
  } else if (!within.fields.has(name)) {
    yield faultAt(source, path, 'unknown-field', unknownField(within, name));
  } else if (language !== undefined && within.fields.get(name) !== 'localized') {
    yield faultAt(
      source,
      path,
      'language-of-plain-field',
      `'${name}' is not a localised field, so '@${language}' says nothing`,
    );
  }
}

function* formatParts(source: Loaded<'format'>, scope: Scope): Generator<CatalogueFault> {
  const { grouping, xml } = source.raw;
  for (const [index, part] of (grouping?.parts ?? []).entries()) {
    if (scope.parts.has(part) || scope.fields.get(part) === 'list') continue;
    yield faultAt(source, ['grouping', 'parts', index], 'unknown-part', `${scope.name} has no part '${part}'`);
  }
  for (const [element, part] of Object.entries(xml?.parts ?? {})) {
    if (!scope.parts.has(part))
      yield faultAt(source, ['xml', 'parts', element], 'unknown-part', `${scope.name} has no part '${part}'`);
  }
  if (grouping?.by === undefined || isKnown(scope, grouping.by)) return;
  const headers = (source.raw.columns ?? []).flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  if (headers.includes(grouping.by)) return;
  yield faultAt(
    source,
    ['grouping', 'by'],
    'unknown-column',
    `'${grouping.by}' is neither a column of this format nor a field`,
  );
}

/** What speaks of a column by its name speaks of one there is. */
function* formatColumns(source: Loaded<'format'>): Generator<CatalogueFault> {
  const { grouping, table, columns = [], container } = source.raw;
  const names = new Set(columns.map(({ name }) => name));
  const asked: (readonly [YamlPath, string | undefined])[] = [
    [['grouping', 'starts', 'column'], grouping?.starts?.column],
    ...columnsOfMarks(['table', 'hints', 'marks'], table?.hints?.marks),
    ...columnsOfMarks(['table', 'examples'], table?.examples),
    ...columnsOfMarks(['table', 'asides'], table?.asides),
  ];
  for (const [index, { nameIn, unitIn, repeats }] of columns.entries()) {
    asked.push([['columns', index, 'nameIn'], nameIn], [['columns', index, 'repeats', 'column'], repeats?.column]);
    if (container === 'table') asked.push([['columns', index, 'unitIn'], unitIn]);
  }
  for (const [path, name] of asked) {
    if (name === undefined || names.has(name)) continue;
    yield faultAt(source, path, 'unknown-column', `'${name}' is no column of this format`);
  }
}

function columnsOfMarks(
  path: YamlPath,
  marks: readonly RowMark[] | undefined,
): (readonly [YamlPath, string | undefined])[] {
  return (marks ?? []).map(({ column }, index) => [[...path, index, 'column'], column]);
}

/** From what is the least known to what is known best. */
const evidences: readonly Evidence[] = ['recalled', 'metadata', 'summary', 'implementation', 'text'];

/** A format is known no better than its best source, and recognised by nothing that is known from memory alone. */
function* formatEvidence(source: Loaded<'format'>): Generator<CatalogueFault> {
  const { evidence, sources, recognise, columns = [] } = source.raw;
  const best = Math.max(...sources.map((one) => evidences.indexOf(one.evidence)));
  if (evidences.indexOf(evidence) > best)
    yield faultAt(source, ['evidence'], 'evidence', `no source of the format is '${evidence}'`);
  const recalled = new Set(columns.flatMap((column) => column.recalled ?? []));
  const signs: (readonly [YamlPath, string])[] = [
    ...(recognise.required ?? []).map((name, index) => [['recognise', 'required', index], name] as const),
    ...(recognise.scored?.of ?? []).map((name, index) => [['recognise', 'scored', 'of', index], name] as const),
  ];
  for (const [path, name] of signs) {
    if (recalled.has(name))
      yield faultAt(
        source,
        path,
        'recalled-sign',
        `'${name}' is known from memory alone: no format is recognised by it`,
      );
  }
  if (recognise.scored !== undefined && recognise.scored.minimum > recognise.scored.of.length)
    yield faultAt(source, ['recognise', 'scored', 'minimum'], 'never-recognised', 'there are fewer names than that');
}

/** Each container is laid out in its own way. */
function* layout(source: Loaded<'format'>): Generator<CatalogueFault> {
  const { container, xml, json, recognise } = source.raw;
  if (container === 'xml' && xml === undefined)
    yield faultAt(source, ['container'], 'layout', "an XML format needs 'xml': where its records are");
  if (container === 'xml' && recognise.root === undefined) {
    yield faultAt(source, ['recognise'], 'layout', "an XML format is recognised by its 'root'");
  }
  if (container !== 'xml' && xml !== undefined)
    yield faultAt(source, ['xml'], 'layout', `a ${container} format has no 'xml'`);
  if (container !== 'json' && json !== undefined)
    yield faultAt(source, ['json'], 'layout', `a ${container} format has no 'json'`);
}
