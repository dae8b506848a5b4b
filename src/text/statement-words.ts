import type { Language, Text } from '../model/language.js';
import { type FillValues, fillTemplate } from './fill.js';
import { inLanguage } from './language.js';

/** A text of ours in every language: reports for other programs are read by people too. */
type FullText = Required<Text>;

const words = {
  found: { en: 'Found', 'zh-CN': '实际', fr: 'Trouvé' },
  expected: { en: 'Expected', 'zh-CN': '要求', fr: 'Attendu' },
  repair: { en: 'Repair', 'zh-CN': '改法', fr: 'Correction' },
  clause: { en: 'Clause', 'zh-CN': '依据', fr: 'Clause' },
  why: { en: 'Why', 'zh-CN': '缘由', fr: 'Pourquoi' },
  nothing: { en: '(nothing)', 'zh-CN': '（空）', fr: '(rien)' },
  labelled: { en: '{label}: {text}', 'zh-CN': '{label}：{text}', fr: '{label} : {text}' },
  compare: { en: 'Compare with {value}', 'zh-CN': '对照：{value}', fr: 'À comparer : {value}' },
  explain: {
    en: 'More: borderlint explain {rule}',
    'zh-CN': '详细说明：borderlint explain {rule}',
    fr: 'Détails : borderlint explain {rule}',
  },
  waived: { en: 'Waived.', 'zh-CN': '已豁免。', fr: 'Dérogation accordée.' },
  baseline: {
    en: 'Accepted with the baseline.',
    'zh-CN': '已列入基线。',
    fr: 'Accepté avec la référence.',
  },
  notKept: {
    en: '{rule}: {n} more findings were counted and not kept (--max-findings).',
    'zh-CN': '{rule}：另有 {n} 处已计数但未保留（--max-findings）。',
    fr: '{rule} : {n} autres constats comptés mais non conservés (--max-findings).',
  },
  notWritten: {
    en: 'This report holds {shown} of {all} findings: {limit}. The json report has them all.',
    'zh-CN': '本报告只含 {all} 处问题中的 {shown} 处：{limit}。json 报告包含全部。',
    fr: 'Ce rapport contient {shown} constats sur {all} : {limit}. Le rapport json les contient tous.',
  },
  notRun: { en: '{what}: {reason}', 'zh-CN': '{what}：{reason}', fr: '{what} : {reason}' },
  upcoming: {
    en: '{standard} comes into force on {from}; {n} findings of {rule} will count then.',
    'zh-CN': '{standard} 自 {from} 起实施，届时 {rule} 将有 {n} 处问题。',
    fr: '{standard} entre en vigueur le {from} ; {n} constats de {rule} compteront alors.',
  },
  limitResults: {
    en: 'GitHub takes no more than {n} results',
    'zh-CN': 'GitHub 最多接受 {n} 条结果',
    fr: "GitHub n'accepte pas plus de {n} résultats",
  },
  limitSize: {
    en: 'GitHub takes no more than {n} MB, compressed',
    'zh-CN': 'GitHub 最多接受压缩后 {n} MB',
    fr: "GitHub n'accepte pas plus de {n} Mo, compressés",
  },
  inputs: { en: 'Input files', 'zh-CN': '输入文件', fr: "Fichiers d'entrée" },
  inputIncomplete: {
    en: 'The file could not be read to its end.',
    'zh-CN': '文件未能读完。',
    fr: "Le fichier n'a pas pu être lu jusqu'au bout.",
  },
  standardsNotAssessed: {
    en: 'Standards not assessed',
    'zh-CN': '未评定的标准',
    fr: 'Normes non évaluées',
  },
  lackedInput: {
    en: 'The files have none of the fields the rule needs.',
    'zh-CN': '文件中没有该规则所需的字段。',
    fr: 'Les fichiers ne contiennent aucun des champs nécessaires à la règle.',
  },
  didNotApply: {
    en: 'The rule applied to no record.',
    'zh-CN': '没有适用该规则的记录。',
    fr: "La règle ne s'appliquait à aucun enregistrement.",
  },
  acceptedOnly: {
    en: '{n} findings, all waived or in the baseline.',
    'zh-CN': '{n} 处问题，均已豁免或列入基线。',
    fr: '{n} constats, tous couverts par une dérogation ou la référence.',
  },
  failures: {
    en: '{n} findings in {checked} checks: {message}',
    'zh-CN': '{checked} 次检查中有 {n} 处问题：{message}',
    fr: '{n} constats sur {checked} contrôles : {message}',
  },
  more: { en: '… and {n} more', 'zh-CN': '…… 另有 {n} 处', fr: '… et {n} de plus' },
  belowThreshold: {
    en: 'Below --fail-on {severity}, so no failure:',
    'zh-CN': '低于 --fail-on {severity}，不计为失败：',
    fr: 'Sous --fail-on {severity}, donc pas un échec :',
  },
  statement: { en: 'Conformance statement', 'zh-CN': '符合性声明', fr: 'Déclaration de conformité' },
  standard: { en: 'Standard', 'zh-CN': '标准', fr: 'Norme' },
  verdict: { en: 'Verdict', 'zh-CN': '结论', fr: 'Verdict' },
  inForce: { en: 'In force', 'zh-CN': '实施', fr: 'En vigueur' },
  since: { en: 'since {from}', 'zh-CN': '自 {from} 起', fr: 'depuis le {from}' },
  until: { en: 'until {until}', 'zh-CN': '至 {until}', fr: "jusqu'au {until}" },
  daysUnknown: { en: 'day not known', 'zh-CN': '日期不详', fr: 'date inconnue' },
  checked: { en: 'Checked', 'zh-CN': '检查', fr: 'Contrôlés' },
  passed: { en: 'Passed', 'zh-CN': '通过', fr: 'Réussis' },
  failed: { en: 'Failed', 'zh-CN': '未过', fr: 'Échoués' },
  lacked: { en: 'Lacked input', 'zh-CN': '缺少字段', fr: 'Sans données' },
  clauses: { en: 'Clauses', 'zh-CN': '条款', fr: 'Clauses' },
  evidence: { en: 'Evidence', 'zh-CN': '证据', fr: 'Preuves' },
  countsAreChecks: {
    en: 'Counts are checks: one rule on one record. A check that fails with advice fails no standard. A verdict speaks of the automated clauses only.',
    'zh-CN': '计数单位为“一条规则 × 一条记录”。仅属建议的未通过不影响结论。结论仅针对可自动检查的条款。',
    fr: 'On compte des contrôles : une règle sur un enregistrement. Un simple conseil ne fait échouer aucune norme. Un verdict ne parle que des clauses automatisées.',
  },
  checklist: {
    en: 'For a person to judge',
    'zh-CN': '须人工判断',
    fr: 'À juger par une personne',
  },
  again: { en: 'To run the same again', 'zh-CN': '如何重现', fr: 'Pour refaire la même vérification' },
  command: { en: 'Command', 'zh-CN': '命令', fr: 'Commande' },
  judgedBy: { en: 'Judged as of', 'zh-CN': '判定日期', fr: 'Jugé en date du' },
  profile: { en: 'Profile', 'zh-CN': '配置', fr: 'Profil' },
  tool: { en: 'Tool', 'zh-CN': '工具', fr: 'Outil' },
  catalogue: { en: 'Catalogue', 'zh-CN': '标准库', fr: 'Catalogue' },
  digest: { en: '{name}, SHA-256 {digest}', 'zh-CN': '{name}，SHA-256 {digest}', fr: '{name}, SHA-256 {digest}' },
  place: { en: 'Place', 'zh-CN': '位置', fr: 'Emplacement' },
  record: { en: 'Record', 'zh-CN': '记录', fr: 'Enregistrement' },
  showing: { en: 'Showing {shown} of {all}.', 'zh-CN': '显示 {shown} 处，共 {all} 处。', fr: '{shown} sur {all}.' },
  cutShort: {
    en: 'Cut short here: GitHub takes no more than 1 MiB. The json report has everything.',
    'zh-CN': '此处截断：GitHub 最多接受 1 MiB。完整内容见 json 报告。',
    fr: "Coupé ici : GitHub n'accepte pas plus de 1 Mio. Le rapport json contient tout.",
  },
  moreStandards: {
    en: '{n} more standards were not assessed or do not apply.',
    'zh-CN': '另有 {n} 项标准未评定或不适用。',
    fr: '{n} autres normes non évaluées ou non applicables.',
  },
  annotated: {
    en: 'annotations show {shown} of {all} findings, GitHub takes 10 of a kind',
    'zh-CN': '注释显示 {all} 处问题中的 {shown} 处，GitHub 每类最多接受 10 条',
    fr: 'les annotations montrent {shown} constats sur {all}, GitHub en accepte 10 de chaque sorte',
  },
  allAutomatedPassed: {
    en: 'Every clause is automated and no breach was found.',
    'zh-CN': '全部条款均已自动检查，未发现不符合。',
    fr: "Toutes les clauses sont automatisées et aucun manquement n'a été trouvé.",
  },
  noBreachFound: {
    en: 'No breach was found by the automated part; the rest is for a person to judge or is not built.',
    'zh-CN': '自动检查部分未发现不符合；其余须人工判断或尚未实现。',
    fr: "La partie automatisée n'a trouvé aucun manquement ; le reste est à juger par une personne ou n'est pas réalisé.",
  },
  runIncomplete: {
    en: 'No breach was found, but not everything could be checked.',
    'zh-CN': '未发现不符合，但并非全部内容都已检查。',
    fr: "Aucun manquement trouvé, mais tout n'a pas pu être contrôlé.",
  },
  breaches: {
    en: '{n} checks failed.',
    'zh-CN': '{n} 次检查未通过。',
    fr: '{n} contrôles ont échoué.',
  },
  forPerson: {
    en: 'A person has to judge this.',
    'zh-CN': '须人工判断。',
    fr: 'À juger par une personne.',
  },
  notBuilt: {
    en: 'No rule judges this clause yet.',
    'zh-CN': '尚无规则检查该条款。',
    fr: 'Aucune règle ne juge encore cette clause.',
  },
} as const satisfies { readonly [id: string]: FullText };

export type StatementWord = keyof typeof words;
export const statementWords = Object.keys(words).filter((id): id is StatementWord => Object.hasOwn(words, id));

/** A label or sentence of a report for other programs, filled. */
export function say(id: StatementWord, language: Language, values: FillValues = {}): string {
  return fillTemplate(inLanguage(words[id], language), values);
}

/** `label: text`, nothing where there is no text. */
export function sayLabelled(label: StatementWord, text: string, language: Language): string {
  return text === '' ? '' : say('labelled', language, { label: say(label, language), text });
}
