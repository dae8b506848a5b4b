import type { CoverageReport, StandardCoverage } from '../catalogue/index.js';
import { padToWidth, truncateToWidth } from '../text/width.js';
import type { Terminal } from './terminal.js';

/** Coverage as a table: one line per standard, then the totals by level, status and evidence. */
export function coverageText({ standards, totals }: CoverageReport, { language, width }: Terminal): string {
  const chinese = language === 'zh-CN';
  const head = chinese
    ? ['标准', '自动', '部分', '人工', '计划', '规则', '要素', '引用', '证据']
    : ['standard', 'auto', 'part', 'man', 'plan', 'rules', 'elem', 'cited', 'evidence'];
  const name = Math.min(34, Math.max(20, width - 60));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        i === 0
          ? padToWidth(truncateToWidth(cell, name - 1), name)
          : i === 8
            ? `  ${cell}`
            : cell.padStart(chinese ? 4 : 6),
      )
      .join('')
      .trimEnd();
  const rows = standards.map((standard) => line(cells(standard)));
  const sums = [
    chinese
      ? `标准 ${totals.standards} 项，其中 ${totals.checked} 项可检查；规则 ${totals.rules} 条，要素行 ${totals.elementRows} 行（${totals.elementRules} 条规则），引用 ${totals.citations} 处`
      : `${totals.standards} standards, ${totals.checked} checked; ${totals.rules} rules, ${totals.elementRows} element rows (${totals.elementRules} rules), ${totals.citations} citations`,
    `${chinese ? '层级' : 'level'}: ${counts(totals.byLevel)}`,
    `${chinese ? '状态' : 'status'}: ${counts(totals.byStatus)}`,
    `${chinese ? '来源证据' : 'evidence of standards'}: ${counts(totals.byEvidence)}`,
    `${chinese ? '规则证据' : 'evidence of rules'}: ${counts(totals.rulesByEvidence)}`,
    `${chinese ? '条款' : 'clauses'}: ${counts(totals.clauses)}`,
  ];
  return `${[line(head), ...rows, '', ...sums].join('\n')}\n`;
}

function cells({ number, clauses, rules, elementRows, citations, evidence }: StandardCoverage): string[] {
  const figures = [clauses.automated, clauses.partial, clauses.manual, clauses.planned, rules, elementRows, citations];
  return [number, ...figures.map((figure) => (figure === 0 ? '·' : String(figure))), evidence];
}

function counts(by: { readonly [name: string]: number }): string {
  return Object.entries(by)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
