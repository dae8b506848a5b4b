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
