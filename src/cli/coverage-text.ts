import type { CoverageReport, StandardCoverage } from '../catalogue/index.js';
import type { Language } from '../model/language.js';
import { padToWidth, truncateToWidth } from '../text/width.js';
import type { Terminal } from './terminal.js';

/** Coverage as a table: one line per standard, then the totals by level, status and evidence. */
export function coverageText({ standards, totals }: CoverageReport, { language, width }: Terminal): string {
  const say = texts[language];
  const name = Math.min(34, Math.max(20, width - 60));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        i === 0
          ? padToWidth(truncateToWidth(cell, name - 1), name)
          : i === 8
            ? `  ${cell}`
            : padToWidth(cell, 6, 'right'),
      )
      .join('')
      .trimEnd();
  const rows = standards.map((standard) => line(cells(standard)));
  const sums = [
    say.totals(totals),
    `${say.level}: ${counts(totals.byLevel)}`,
    `${say.status}: ${counts(totals.byStatus)}`,
    `${say.ofStandards}: ${counts(totals.byEvidence)}`,
    `${say.ofRules}: ${counts(totals.rulesByEvidence)}`,
    `${say.clauses}: ${counts(totals.clauses)}`,
  ];
  return `${[line(say.head), ...rows, '', ...sums].join('\n')}\n`;
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

type Words = {
  readonly head: readonly string[];
  readonly totals: (totals: CoverageReport['totals']) => string;
  readonly level: string;
  readonly status: string;
  readonly ofStandards: string;
  readonly ofRules: string;
  readonly clauses: string;
};

const texts: { readonly [language in Language]: Words } = {
  en: {
    head: ['standard', 'auto', 'part', 'man', 'plan', 'rules', 'elem', 'cited', 'evidence'],
    totals: ({ standards, checked, rules, elementRows, elementRules, citations }) =>
      `${standards} standards, ${checked} checked; ${rules} rules, ${elementRows} element rows (${elementRules} rules), ${citations} citations`,
    level: 'level',
    status: 'status',
    ofStandards: 'evidence of standards',
    ofRules: 'evidence of rules',
    clauses: 'clauses',
  },
  'zh-CN': {
    head: ['标准', '自动', '部分', '人工', '计划', '规则', '要素', '引用', '证据'],
    totals: ({ standards, checked, rules, elementRows, elementRules, citations }) =>
      `标准 ${standards} 项，其中 ${checked} 项可检查；规则 ${rules} 条，要素行 ${elementRows} 行（${elementRules} 条规则），引用 ${citations} 处`,
    level: '层级',
    status: '状态',
    ofStandards: '来源证据',
    ofRules: '规则证据',
    clauses: '条款',
  },
  fr: {
    head: ['norme', 'auto', 'part.', 'main', 'prévu', 'règl.', 'élém.', 'cités', 'preuves'],
    totals: ({ standards, checked, rules, elementRows, elementRules, citations }) =>
      `${standards} normes, dont ${checked} vérifiées ; ${rules} règles, ${elementRows} lignes d’éléments (${elementRules} règles), ${citations} renvois`,
    level: 'niveau',
    status: 'statut',
    ofStandards: 'preuves des normes',
    ofRules: 'preuves des règles',
    clauses: 'clauses',
  },
};
