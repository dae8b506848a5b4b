import type { Finding } from '../model/finding.js';
import type { Language, Text } from '../model/language.js';
import type { NotRun, RunVerdict, StandardVerdict } from '../model/report.js';
import type { Evidence, Severity } from '../model/standard.js';
import { type FillValues, fillTemplate } from './fill.js';
import { inLanguage } from './language.js';

export const runVerdicts: { readonly [verdict in RunVerdict]: Text } = {
  conforms: { en: 'Conforms', 'zh-CN': '符合', fr: 'Conforme' },
  fails: { en: 'Fails', 'zh-CN': '不符合', fr: 'Non conforme' },
  incomplete: { en: 'Incomplete', 'zh-CN': '检查不完整', fr: 'Incomplet' },
};

export const standardVerdicts: { readonly [verdict in StandardVerdict]: Text } = {
  conforms: { en: 'conforms', 'zh-CN': '符合', fr: 'conforme' },
  fails: { en: 'fails', 'zh-CN': '不符合', fr: 'non conforme' },
  'not-applicable': { en: 'not applicable', 'zh-CN': '不适用', fr: 'sans objet' },
  'not-assessed': { en: 'not assessed', 'zh-CN': '未评定', fr: 'non évaluée' },
};

export const severities: { readonly [severity in Severity]: Text } = {
  error: { en: 'error', 'zh-CN': '错误', fr: 'erreur' },
  warning: { en: 'warning', 'zh-CN': '警告', fr: 'avertissement' },
  advice: { en: 'advice', 'zh-CN': '建议', fr: 'conseil' },
};

export const evidences: { readonly [evidence in Evidence]: Text } = {
  text: { en: 'evidence: text', 'zh-CN': '证据：原文', fr: 'preuve : texte' },
  implementation: { en: 'evidence: implementation', 'zh-CN': '证据：公开实现', fr: 'preuve : mise en œuvre' },
  summary: { en: 'evidence: summary', 'zh-CN': '证据：第三方概述', fr: 'preuve : résumé' },
  metadata: { en: 'evidence: metadata', 'zh-CN': '证据：仅题录', fr: 'preuve : métadonnées' },
  recalled: { en: 'evidence: recalled', 'zh-CN': '证据：凭记忆', fr: 'preuve : de mémoire' },
};

export const states: { readonly [state in Finding['state']]: Text } = {
  open: { en: 'open', 'zh-CN': '待处理', fr: 'ouvert' },
  waived: { en: 'waived', 'zh-CN': '已豁免', fr: 'couvert par une dérogation' },
  baseline: { en: 'in the baseline', 'zh-CN': '属基线', fr: 'dans la référence' },
};

export const notRunKinds: { readonly [what in NotRun['what']]: Text } = {
  file: { en: 'file not checked', 'zh-CN': '文件未检查', fr: 'fichier non contrôlé' },
  rule: { en: 'rule not run', 'zh-CN': '规则未执行', fr: 'règle non exécutée' },
  'part-of-file': {
    en: 'part of the file not checked',
    'zh-CN': '文件有部分内容未检查',
    fr: 'partie du fichier non contrôlée',
  },
  'rest-of-file': {
    en: 'rest of the file not checked',
    'zh-CN': '文件其余部分未检查',
    fr: 'reste du fichier non contrôlé',
  },
};

/** A phrase with a number in it, as `[one, more]` where the language tells them apart. */
type Counted = { readonly [language in Language]: string | readonly [one: string, more: string] };

const counted = {
  error: { en: ['{n} error', '{n} errors'], 'zh-CN': '{n} 个错误', fr: ['{n} erreur', '{n} erreurs'] },
  warning: {
    en: ['{n} warning', '{n} warnings'],
    'zh-CN': '{n} 个警告',
    fr: ['{n} avertissement', '{n} avertissements'],
  },
  advice: { en: '{n} advice', 'zh-CN': '{n} 条建议', fr: ['{n} conseil', '{n} conseils'] },
  files: { en: ['{n} file', '{n} files'], 'zh-CN': '{n} 个文件', fr: ['{n} fichier', '{n} fichiers'] },
  sheets: { en: ['{n} sheet', '{n} sheets'], 'zh-CN': '{n} 张工作表', fr: ['{n} feuille', '{n} feuilles'] },
  records: {
    en: ['{n} record', '{n} records'],
    'zh-CN': '{n} 条记录',
    fr: ['{n} enregistrement', '{n} enregistrements'],
  },
  recordsFailed: { en: '{n} with findings', 'zh-CN': '其中 {n} 条有问题', fr: '{n} avec constats' },
  places: { en: ['{n} place', '{n} places'], 'zh-CN': '{n} 处', fr: ['{n} endroit', '{n} endroits'] },
  waived: {
    en: ['{n} finding waived', '{n} findings waived'],
    'zh-CN': '{n} 处已豁免',
    fr: ['{n} constat couvert par une dérogation', '{n} constats couverts par une dérogation'],
  },
  baseline: {
    en: ['{n} finding in the baseline', '{n} findings in the baseline'],
    'zh-CN': '{n} 处属基线',
    fr: ['{n} constat dans la référence', '{n} constats dans la référence'],
  },
  standardsFail: {
    en: ['{n} fails', '{n} fail'],
    'zh-CN': '{n} 项不符合',
    fr: ['{n} non conforme', '{n} non conformes'],
  },
  standardsConform: {
    en: ['{n} conforms', '{n} conform'],
    'zh-CN': '{n} 项符合',
    fr: ['{n} conforme', '{n} conformes'],
  },
  standardsNotAssessed: {
    en: '{n} not assessed',
    'zh-CN': '{n} 项未评定',
    fr: ['{n} non évaluée', '{n} non évaluées'],
  },
  standardsNotApplicable: {
    en: ['{n} does not apply', '{n} do not apply'],
    'zh-CN': '{n} 项不适用',
    fr: '{n} sans objet',
  },
  standards: { en: '{n}', 'zh-CN': '{n} 项', fr: '{n}' },
  manualClauses: { en: '{n} by hand', 'zh-CN': '{n} 条须人工判断', fr: '{n} à la main' },
  plannedClauses: { en: '{n} not built', 'zh-CN': '{n} 条尚未实现', fr: ['{n} non réalisée', '{n} non réalisées'] },
  lackedInput: {
    en: ['{n} check lacked input', '{n} checks lacked input'],
    'zh-CN': '{n} 次检查缺少字段',
    fr: ['{n} contrôle sans données', '{n} contrôles sans données'],
  },
  findings: { en: ['{n} finding', '{n} findings'], 'zh-CN': '{n} 处问题', fr: ['{n} constat', '{n} constats'] },
  more: { en: '… and {n} more', 'zh-CN': '…… 另有 {n} 条', fr: '… et {n} de plus' },
  notRun: {
    en: ['{n} thing could not be checked', '{n} things could not be checked'],
    'zh-CN': '有 {n} 项未能检查',
    fr: ['{n} élément n’a pas pu être contrôlé', '{n} éléments n’ont pas pu être contrôlés'],
  },
} as const satisfies { readonly [id: string]: Counted };

export type CountedId = keyof typeof counted;
export const countedIds = Object.keys(counted).filter((id): id is CountedId => Object.hasOwn(counted, id));

/** “1 error”, “48,210 errors”, “48,210 个错误”. */
export function renderCount(id: CountedId, count: number, language: Language): string {
  const forms: Counted = counted[id];
  const said = forms[language];
  const form = typeof said === 'string' ? said : said[isOne(count, language) ? 0 : 1];
  return fillTemplate(form, { n: formatCount(count) });
}

/** French counts nought as one: “0 erreur”. */
function isOne(count: number, language: Language): boolean {
  return count === 1 || (count === 0 && language === 'fr');
}

/** Digits in groups of three, the same in every language. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const phrases = {
  expected: { en: 'expected', 'zh-CN': '要求', fr: 'attendu' },
  found: { en: 'found', 'zh-CN': '实际', fr: 'trouvé' },
  /** A code our lists do not have. */
  unlisted: { en: 'which our lists do not have', 'zh-CN': '未收录的代码', fr: 'que nos listes n’ont pas' },
  clause: { en: 'clause', 'zh-CN': '依据', fr: 'clause' },
  repair: { en: 'repair', 'zh-CN': '改法', fr: 'correction' },
  compare: { en: 'see also', 'zh-CN': '对照', fr: 'voir aussi' },
  nothing: { en: '(nothing)', 'zh-CN': '（空）', fr: '(rien)' },
  ofLength: { en: '({n} characters)', 'zh-CN': '（共 {n} 个字符）', fr: '({n} caractères)' },
  otherStandards: { en: 'also in {numbers}', 'zh-CN': '另见 {numbers}', fr: 'aussi dans {numbers}' },
  notAllListed: {
    en: 'Not every finding is listed: showing {shown} of {all}; --max-findings changes that',
    'zh-CN': '问题未全部列出：显示 {shown} 处，共 {all} 处；可用 --max-findings 调整',
    fr: 'Tous les constats ne sont pas listés : {shown} sur {all} ; --max-findings change cela',
  },
  showing: { en: 'showing {shown} of {all}', 'zh-CN': '显示 {shown} 处，共 {all} 处', fr: '{shown} sur {all}' },
  record: { en: 'record {n}', 'zh-CN': '第 {n} 条', fr: 'enregistrement {n}' },
  wholeFile: { en: 'the whole file', 'zh-CN': '整个文件', fr: 'tout le fichier' },
  findingsHeading: { en: 'Findings', 'zh-CN': '检查发现', fr: 'Constats' },
  standardsHeading: { en: 'Standards', 'zh-CN': '标准评定', fr: 'Normes' },
  notRunHeading: { en: 'Could not be checked', 'zh-CN': '未能检查', fr: 'Non contrôlé' },
  noticesHeading: { en: 'Notes on reading', 'zh-CN': '读取说明', fr: 'Remarques sur la lecture' },
  upcomingHeading: { en: 'Coming into force', 'zh-CN': '即将实施', fr: 'Bientôt en vigueur' },
  standardColumn: { en: 'Standard', 'zh-CN': '标准', fr: 'Norme' },
  verdictColumn: { en: 'Verdict', 'zh-CN': '结论', fr: 'Verdict' },
  failedColumn: { en: 'Failed/checked', 'zh-CN': '未过/检查', fr: 'Échoués/contrôlés' },
  whyColumn: { en: 'Note', 'zh-CN': '说明', fr: 'Remarque' },
  alsoNotAssessed: { en: '{count}: {reasons}', 'zh-CN': '{count}：{reasons}', fr: '{count} : {reasons}' },
  reasonCount: { en: '{count} {reason}', 'zh-CN': '{count}{reason}', fr: '{count} {reason}' },
  reasonFields: { en: '{reason} ({fields})', 'zh-CN': '{reason}（{fields}）', fr: '{reason} ({fields})' },
  lackedFields: { en: 'no field for {fields}', 'zh-CN': '缺少字段：{fields}', fr: 'aucun champ pour {fields}' },
  moreFields: { en: '{fields} and {n} more', 'zh-CN': '{fields}等 {n} 个', fr: '{fields} et {n} de plus' },
  standardCounts: { en: 'Standards: {counts}', 'zh-CN': '标准：{counts}', fr: 'Normes : {counts}' },
  notRun: { en: '{what}: {reason}', 'zh-CN': '{what}：{reason}', fr: '{what} : {reason}' },
  notRunRule: {
    en: '{what} ({subject}): {reason}',
    'zh-CN': '{what}（{subject}）：{reason}',
    fr: '{what} ({subject}) : {reason}',
  },
  upcoming: {
    en: '{standard} will fail from {from}: {findings} ({rule})',
    'zh-CN': '{standard} 自 {from} 起实施，届时将有 {findings}（{rule}）',
    fr: '{standard} sera en échec à partir du {from} : {findings} ({rule})',
  },
  judged: {
    en: 'judged as of {asOf}, catalogue {version}',
    'zh-CN': '按 {asOf} 有效的标准检查，标准库 {version}',
    fr: 'jugé en date du {asOf}, catalogue {version}',
  },
  explain: {
    en: 'Why and how to repair: borderlint explain {rule}',
    'zh-CN': '详细说明：borderlint explain {rule}',
    fr: 'Pourquoi et comment corriger : borderlint explain {rule}',
  },
  noFindings: { en: 'nothing found', 'zh-CN': '未发现问题', fr: 'aucun constat' },
  noFindingsSoFar: {
    en: 'nothing found in what was checked',
    'zh-CN': '已检查部分未发现问题',
    fr: 'aucun constat dans ce qui a été contrôlé',
  },
  noStandards: { en: 'No standard was assessed.', 'zh-CN': '没有评定任何标准。', fr: 'Aucune norme n’a été évaluée.' },
  incompleteMeans: {
    en: 'Not everything planned was checked, so this run proves nothing about the rest.',
    'zh-CN': '计划的检查没有全部完成，未检查部分不能视为符合。',
    fr: 'Tout ce qui était prévu n’a pas été contrôlé : cette exécution ne prouve rien sur le reste.',
  },
  listComma: { en: ', ', 'zh-CN': '、', fr: ', ' },
  clauseComma: { en: ', ', 'zh-CN': '，', fr: ', ' },
  semicolon: { en: '; ', 'zh-CN': '；', fr: ' ; ' },
  fieldAs: { en: '{label} ({name})', 'zh-CN': '{label}（{name}）', fr: '{label} ({name})' },
} as const satisfies { readonly [id: string]: Text };

export type PhraseId = keyof typeof phrases;
export const phraseIds = Object.keys(phrases).filter((id): id is PhraseId => Object.hasOwn(phrases, id));

/** A label or phrase of a report in this language, filled. */
export function phrase(id: PhraseId, language: Language, values: FillValues = {}): string {
  return fillTemplate(inLanguage(phrases[id], language), values);
}
