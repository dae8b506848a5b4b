import type { CatalogueFault } from '../../model/catalogue.js';
import type { Evidence, Severity } from '../../model/standard.js';
import type { LinkedStandard } from '../linked.js';
import type { Loaded } from '../load.js';
import type { FileKind } from '../raw.js';
import { atLeastAsStrong, ceiling, harsher } from '../severity.js';
import type { YamlPath } from '../yaml.js';
import { conditionsOf, faultAt, type Lint, type LintContext, walkCondition } from './context.js';

type Claim = { readonly path: YamlPath; readonly evidence: Evidence; readonly severity?: Severity };

/** What is known decides how harsh a rule may be. */
export const severities: Lint = function* ({ standards }) {
  for (const linked of standards) {
    const { source } = linked;
    const { obligation } = source.raw;
    for (const { path, evidence, severity } of written(linked)) {
      if (ceiling(evidence, obligation) === undefined) {
        yield faultAt(
          source,
          [...path, 'evidence'],
          'evidence-too-weak',
          `no rule may rest on '${evidence}' alone; make it a planned clause`,
        );
      } else yield* tooHarsh(linked, { path, evidence, severity });
    }
    for (const claim of tabled(linked)) yield* tooHarsh(linked, claim);
  }
};

function* tooHarsh({ source }: LinkedStandard, { path, evidence, severity }: Claim): Generator<CatalogueFault> {
  const { obligation } = source.raw;
  const most = ceiling(evidence, obligation);
  if (severity === undefined || most === undefined || !harsher(severity, most)) return;
  const why = `evidence '${evidence}' in a standard that is '${obligation}' allows '${most}' at most`;
  yield faultAt(source, [...path, 'severity'], 'severity-too-high', `'${severity}' is too harsh: ${why}`);
}

/** Rules and across rules as written. */
function* written({ rules, across }: LinkedStandard): Generator<Required<Claim>> {
  for (const { value, path } of rules) {
    if (value.element === undefined) yield { path, evidence: value.evidence, severity: value.severity };
  }
  for (const { value, path } of across) yield { path, evidence: value.evidence, severity: value.severity };
}

/** Tables and rows that name a severity. Those that name none get what their evidence allows. */
function* tabled({ source }: LinkedStandard): Generator<Claim> {
  const { elements = [], structure } = source.raw;
  for (const [index, table] of elements.entries()) {
    const path = ['elements', index];
    if (table.severity !== undefined) yield { path, evidence: table.evidence, severity: table.severity };
    for (const [at, row] of table.rows.entries()) {
      if (row.severity === undefined) continue;
      yield { path: [...path, 'rows', at], evidence: row.evidence ?? table.evidence, severity: row.severity };
    }
  }
  const { evidence, severity } = structure ?? {};
  if (evidence !== undefined && severity !== undefined) yield { path: ['structure'], evidence, severity };
}

/** An unknown code in an incomplete list may be a code nobody has told us of. */
export const incompleteLists: Lint = function* ({ standards, supporting }) {
  for (const linked of standards) {
    for (const { condition, path, role } of conditionsOf(linked)) {
      const rule = linked.rules.find(
        (placed) => placed.value.element === undefined && startsWith(path, placed.path),
      )?.value;
      if (role !== 'require' || rule?.severity !== 'error') continue;
      for (const visit of walkCondition(condition, path)) {
        const { codeList, codeStart } = visit.condition;
        const list = codeList ?? codeStart?.list;
        if (list === undefined || supporting.codes.get(list)?.complete !== false) continue;
        const message = `the code list '${list}' is incomplete, so an unknown code is a warning at most`;
        yield faultAt(
          linked.source,
          [...visit.path, codeList === undefined ? 'codeStart' : 'codeList'],
          'incomplete-list-error',
          message,
        );
      }
    }
  }
};

const startsWith = (path: YamlPath, start: YamlPath): boolean => start.every((step, index) => path[index] === step);

/** A source can be looked up, and what a rule claims to know some source bears out. */
export const sources: Lint = function* (context) {
  yield* sourcesWithPlace(context);
  for (const linked of context.standards) {
    const kinds = linked.source.raw.sources.map((source) => source.evidence);
    for (const { path, evidence } of written(linked)) {
      if (kinds.some((kind) => atLeastAsStrong(kind, evidence))) continue;
      const message = `no source of this standard is evidence of the kind '${evidence}'`;
      yield faultAt(linked.source, [...path, 'evidence'], 'evidence-unsupported', message, { severity: 'warning' });
    }
  }
};

function* sourcesWithPlace({ loaded }: LintContext): Generator<CatalogueFault> {
  const { standard, format } = loaded.files;
  const files: Loaded<'standard' | 'format' | 'code-list' | 'term-list'>[] = [
    ...standard,
    ...format,
    ...loaded.files['code-list'],
    ...loaded.files['term-list'],
  ];
  for (const file of files) yield* sourcesOf(file, file.raw.sources);
}

function* sourcesOf(file: Loaded<FileKind>, list: Loaded<'standard'>['raw']['sources']): Generator<CatalogueFault> {
  for (const [index, { url, repository, citation }] of list.entries()) {
    if (url !== undefined || repository !== undefined || citation !== undefined) continue;
    yield faultAt(file, ['sources', index], 'source-without-place', 'a source needs a url, a repository or a citation');
  }
}
