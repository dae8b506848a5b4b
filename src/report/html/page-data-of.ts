import { languages, type Text } from '../../model/language.js';
import type { CatalogueTexts, Report, ReportContext, RuleText, StandardResult } from '../../model/report.js';
import { hidingOf } from '../hiding.js';
import { findingColumns } from './finding-columns.js';
import type { FindingColumns, PageData, PageReport, PageStandard } from './page-data.js';
import { spokenFields } from './spoken-fields.js';

/** The report as the page carries it: every text in every language, nothing twice. */
export function pageDataOf(report: Report, context: ReportContext): PageData {
  const { language, texts } = context;
  const findings = findingColumns(report.findings, hidingOf(context));
  return {
    language,
    report: headOf(report),
    standards: report.standards.map((result) => standardOf(result, texts)),
    rules: rulesOf(report, findings, texts),
    labels: labelsOf(report, findings, texts),
    findings,
  };
}

function headOf({ findings, standards, rules, ...head }: Report): PageReport {
  return head;
}

function rulesOf({ upcoming }: Report, { kinds }: FindingColumns, texts: CatalogueTexts): readonly RuleText[] {
  const ids = new Set([...kinds.map(({ rule }) => rule), ...upcoming.map(({ rule }) => rule)]);
  return [...ids].flatMap((id) => {
    const text = texts.rule(id);
    if (text === undefined) return [];
    const { standard, clause, evidence, severity, message, remedy, expects, rationale } = text;
    return [
      {
        id,
        standard,
        evidence,
        severity,
        message,
        remedy,
        ...(clause === undefined ? {} : { clause }),
        ...(expects === undefined ? {} : { expects }),
        ...(rationale === undefined ? {} : { rationale }),
      },
    ];
  });
}

/** A catalogue lists hundreds of standards; of those that do not concern the run the page says little. */
function standardOf(result: StandardResult, texts: CatalogueTexts): PageStandard {
  const { slug, number, verdict, reason } = result;
  const text = texts.standard(slug);
  const head = { slug, number, verdict, reason };
  const title = text === undefined ? {} : { title: text.title };
  if (verdict === 'not-applicable') return { ...head, ...title };
  if (verdict === 'not-assessed') return { ...head, ...title, missingFields: result.missingFields };
  const counts = Object.entries(result).filter(
    ([, value]) => value !== 0 && !(Array.isArray(value) && value.length === 0),
  );
  const known =
    text === undefined
      ? {}
      : {
          level: text.level,
          obligation: text.obligation,
          status: text.status,
          statusConfirmed: text.statusConfirmed,
          effective: text.effective,
          clauses: text.clauses,
        };
  return { ...Object.fromEntries(counts), ...head, ...title, ...known };
}

function labelsOf(report: Report, { kinds, expectations }: FindingColumns, texts: CatalogueTexts): PageData['labels'] {
  const fields = new Set([
    ...kinds.flatMap(({ field }) => (field === undefined ? [] : [field])),
    ...expectations.flatMap(spokenFields),
    ...report.standards.flatMap(({ missingFields }) => missingFields),
  ]);
  return Object.fromEntries([...fields].sort().map((field) => [field, labelOf(field, texts)]));
}

function labelOf(field: string, texts: CatalogueTexts): Text {
  const [en = field, chinese = field, fr = field] = languages.map((language) => texts.label(field, language));
  return { en, 'zh-CN': chinese, ...(fr === en ? {} : { fr }) };
}
