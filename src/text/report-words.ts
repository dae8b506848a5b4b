import type { Finding } from '../model/finding.js';
import type { Language, Text } from '../model/language.js';
import type { NotRun, RunVerdict, StandardVerdict } from '../model/report.js';
import type { Evidence, Severity } from '../model/standard.js';
import { type FillValues, fillTemplate } from './fill.js';
import { inLanguage } from './language.js';

export const runVerdicts: { readonly [verdict in RunVerdict]: Text } = {
  conforms: { en: 'Conforms', 'zh-CN': '符合' },
  fails: { en: 'Fails', 'zh-CN': '不符合' },
  incomplete: { en: 'Incomplete', 'zh-CN': '检查不完整' },
};

export const standardVerdicts: { readonly [verdict in StandardVerdict]: Text } = {
  conforms: { en: 'conforms', 'zh-CN': '符合' },
  fails: { en: 'fails', 'zh-CN': '不符合' },
  'not-applicable': { en: 'not applicable', 'zh-CN': '不适用' },
  'not-assessed': { en: 'not assessed', 'zh-CN': '未评定' },
};

export const severities: { readonly [severity in Severity]: Text } = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  advice: { en: 'advice', 'zh-CN': '建议' },
};

export const evidences: { readonly [evidence in Evidence]: Text } = {
  text: { en: 'evidence: text', 'zh-CN': '证据：原文' },
  implementation: { en: 'evidence: implementation', 'zh-CN': '证据：公开实现' },
  summary: { en: 'evidence: summary', 'zh-CN': '证据：第三方概述' },
  metadata: { en: 'evidence: metadata', 'zh-CN': '证据：仅题录' },
  recalled: { en: 'evidence: recalled', 'zh-CN': '证据：凭记忆' },
};

export const states: { readonly [state in Finding['state']]: Text } = {
  open: { en: 'open', 'zh-CN': '待处理' },
  waived: { en: 'waived', 'zh-CN': '已豁免' },
  baseline: { en: 'in the baseline', 'zh-CN': '属基线' },
};

export const notRunKinds: { readonly [what in NotRun['what']]: Text } = {
  file: { en: 'file not checked', 'zh-CN': '文件未检查' },
  rule: { en: 'rule not run', 'zh-CN': '规则未执行' },
  'part-of-file': { en: 'part of the file not checked', 'zh-CN': '文件有部分内容未检查' },
  'rest-of-file': { en: 'rest of the file not checked', 'zh-CN': '文件其余部分未检查' },
};

/** A phrase with a number in it. `one` is the English form for exactly 1; Chinese has no plural. */
type Counted = { readonly one: string; readonly en: string; readonly 'zh-CN': string };

const counted = {
  error: { one: '{n} error', en: '{n} errors', 'zh-CN': '{n} 个错误' },
  warning: { one: '{n} warning', en: '{n} warnings', 'zh-CN': '{n} 个警告' },
  advice: { one: '{n} advice', en: '{n} advice', 'zh-CN': '{n} 条建议' },
  files: { one: '{n} file', en: '{n} files', 'zh-CN': '{n} 个文件' },
  records: { one: '{n} record', en: '{n} records', 'zh-CN': '{n} 条记录' },
  recordsFailed: { one: '{n} with findings', en: '{n} with findings', 'zh-CN': '其中 {n} 条有问题' },
  places: { one: '{n} place', en: '{n} places', 'zh-CN': '{n} 处' },
  waived: { one: '{n} finding waived', en: '{n} findings waived', 'zh-CN': '{n} 处已豁免' },
  baseline: { one: '{n} finding in the baseline', en: '{n} findings in the baseline', 'zh-CN': '{n} 处属基线' },
  standardsFail: { one: '{n} fails', en: '{n} fail', 'zh-CN': '{n} 项不符合' },
  standardsConform: { one: '{n} conforms', en: '{n} conform', 'zh-CN': '{n} 项符合' },
  standardsNotAssessed: { one: '{n} not assessed', en: '{n} not assessed', 'zh-CN': '{n} 项未评定' },
  standardsNotApplicable: { one: '{n} does not apply', en: '{n} do not apply', 'zh-CN': '{n} 项不适用' },
  standards: { one: '{n}', en: '{n}', 'zh-CN': '{n} 项' },
  manualClauses: {
    one: '{n} by hand',
    en: '{n} by hand',
    'zh-CN': '{n} 条须人工判断',
  },
  plannedClauses: { one: '{n} not built', en: '{n} not built', 'zh-CN': '{n} 条尚未实现' },
  lackedInput: { one: '{n} check lacked input', en: '{n} checks lacked input', 'zh-CN': '{n} 次检查缺少字段' },
  findings: { one: '{n} finding', en: '{n} findings', 'zh-CN': '{n} 处问题' },
  more: { one: '… and {n} more', en: '… and {n} more', 'zh-CN': '…… 另有 {n} 条' },
  notRun: {
    one: '{n} thing could not be checked',
    en: '{n} things could not be checked',
    'zh-CN': '有 {n} 项未能检查',
  },
} as const satisfies { readonly [id: string]: Counted };

export type CountedId = keyof typeof counted;
export const countedIds = Object.keys(counted).filter((id): id is CountedId => Object.hasOwn(counted, id));

/** “1 error”, “48,210 errors”, “48,210 个错误”. */
export function renderCount(id: CountedId, count: number, language: Language): string {
  const forms: Counted = counted[id];
  const form = language === 'zh-CN' ? forms['zh-CN'] : count === 1 ? forms.one : forms.en;
  return fillTemplate(form, { n: formatCount(count) });
}

/** Digits in groups of three, the same in every language. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const phrases = {
  expected: { en: 'expected', 'zh-CN': '要求' },
  found: { en: 'found', 'zh-CN': '实际' },
  /** A code our lists do not have. */
  unlisted: { en: 'which our lists do not have', 'zh-CN': '未收录的代码' },
  clause: { en: 'clause', 'zh-CN': '依据' },
  repair: { en: 'repair', 'zh-CN': '改法' },
  compare: { en: 'see also', 'zh-CN': '对照' },
  nothing: { en: '(nothing)', 'zh-CN': '（空）' },
  ofLength: { en: '({n} characters)', 'zh-CN': '（共 {n} 个字符）' },
  otherStandards: { en: 'also in {numbers}', 'zh-CN': '另见 {numbers}' },
  notAllListed: {
    en: 'Not every finding is listed: showing {shown} of {all}; --max-findings changes that',
    'zh-CN': '问题未全部列出：显示 {shown} 处，共 {all} 处；可用 --max-findings 调整',
  },
  showing: { en: 'showing {shown} of {all}', 'zh-CN': '显示 {shown} 处，共 {all} 处' },
  record: { en: 'record {n}', 'zh-CN': '第 {n} 条' },
  wholeFile: { en: 'the whole file', 'zh-CN': '整个文件' },
  findingsHeading: { en: 'Findings', 'zh-CN': '检查发现' },
  standardsHeading: { en: 'Standards', 'zh-CN': '标准评定' },
  notRunHeading: { en: 'Could not be checked', 'zh-CN': '未能检查' },
  noticesHeading: { en: 'Notes on reading', 'zh-CN': '读取说明' },
  upcomingHeading: { en: 'Coming into force', 'zh-CN': '即将实施' },
  standardColumn: { en: 'Standard', 'zh-CN': '标准' },
  verdictColumn: { en: 'Verdict', 'zh-CN': '结论' },
  failedColumn: { en: 'Failed/checked', 'zh-CN': '未过/检查' },
  whyColumn: { en: 'Note', 'zh-CN': '说明' },
  alsoNotAssessed: { en: '{count}: {reasons}', 'zh-CN': '{count}：{reasons}' },
  reasonCount: { en: '{count} {reason}', 'zh-CN': '{count}{reason}' },
  reasonFields: { en: '{reason} ({fields})', 'zh-CN': '{reason}（{fields}）' },
  lackedFields: { en: 'no field for {fields}', 'zh-CN': '缺少字段：{fields}' },
  moreFields: { en: '{fields} and {n} more', 'zh-CN': '{fields}等 {n} 个' },
  standardCounts: { en: 'Standards: {counts}', 'zh-CN': '标准：{counts}' },
  notRun: { en: '{what}: {reason}', 'zh-CN': '{what}：{reason}' },
  notRunRule: { en: '{what} ({subject}): {reason}', 'zh-CN': '{what}（{subject}）：{reason}' },
  upcoming: {
    en: '{standard} will fail from {from}: {findings} ({rule})',
    'zh-CN': '{standard} 自 {from} 起实施，届时将有 {findings}（{rule}）',
  },
  judged: { en: 'judged as of {asOf}, catalogue {version}', 'zh-CN': '按 {asOf} 有效的标准检查，标准库 {version}' },
  explain: { en: 'Why and how to repair: borderlint explain {rule}', 'zh-CN': '详细说明：borderlint explain {rule}' },
  noFindings: { en: 'nothing found', 'zh-CN': '未发现问题' },
  noFindingsSoFar: { en: 'nothing found in what was checked', 'zh-CN': '已检查部分未发现问题' },
  noStandards: { en: 'No standard was assessed.', 'zh-CN': '没有评定任何标准。' },
  incompleteMeans: {
    en: 'Not everything planned was checked, so this run proves nothing about the rest.',
    'zh-CN': '计划的检查没有全部完成，未检查部分不能视为符合。',
  },
  listComma: { en: ', ', 'zh-CN': '、' },
  clauseComma: { en: ', ', 'zh-CN': '，' },
  semicolon: { en: '; ', 'zh-CN': '；' },
  fieldAs: { en: '{label} ({name})', 'zh-CN': '{label}（{name}）' },
} as const satisfies { readonly [id: string]: Text };

export type PhraseId = keyof typeof phrases;
export const phraseIds = Object.keys(phrases).filter((id): id is PhraseId => Object.hasOwn(phrases, id));

/** A label or phrase of a report in this language, filled. */
export function phrase(id: PhraseId, language: Language, values: FillValues = {}): string {
  return fillTemplate(inLanguage(phrases[id], language), values);
}
