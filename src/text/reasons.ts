import type { Language, Text } from '../model/language.js';
import type { StandardResult } from '../model/report.js';
import { inLanguage } from './language.js';

export type StandardReason = StandardResult['reason'];

/** Why a standard is in, out or undecided, as a sentence of its own. */
export function renderReason(reason: StandardReason, language: Language): string {
  return inLanguage(sentences[reason], language);
}

/** The same in a few words, for tables and counts: “12 need --direction”. */
export function renderReasonBriefly(reason: StandardReason, language: Language): string {
  return inLanguage(brief[reason], language);
}

/** The flag that would decide whether the standard applies. */
export function decidingFlag(reason: StandardReason): '--direction' | '--mode' | '--category' | undefined {
  if (reason === 'direction-unknown') return '--direction';
  if (reason === 'mode-unknown') return '--mode';
  return reason === 'category-unknown' ? '--category' : undefined;
}

const sentences: { readonly [reason in StandardReason]: Text } = {
  'in-force': { en: 'In force and chosen.', 'zh-CN': '现行有效，已选用。', fr: 'En vigueur et choisie.' },
  checked: {
    en: 'Checked on the records it applies to.',
    'zh-CN': '已对适用的记录进行检查。',
    fr: 'Contrôlée sur les enregistrements auxquels elle s’applique.',
  },
  'not-yet-in-force': {
    en: 'Not yet in force on that day; --as-of chooses another.',
    'zh-CN': '在该日尚未实施；可用 --as-of 指定其他日期。',
    fr: 'Pas encore en vigueur à cette date ; --as-of en choisit une autre.',
  },
  'no-longer-in-force': {
    en: 'No longer in force on that day; --as-of chooses another.',
    'zh-CN': '在该日已不再有效；可用 --as-of 指定其他日期。',
    fr: 'Plus en vigueur à cette date ; --as-of en choisit une autre.',
  },
  draft: { en: 'Only a draft so far.', 'zh-CN': '目前仅为草案。', fr: 'Seulement un projet jusqu’ici.' },
  withdrawn: { en: 'Withdrawn.', 'zh-CN': '已废止。', fr: 'Retirée.' },
  'not-selected': {
    en: 'Not among those chosen with --standard or --rule.',
    'zh-CN': '不在 --standard 或 --rule 所选范围内。',
    fr: 'Pas parmi celles choisies avec --standard ou --rule.',
  },
  skipped: { en: 'Left out with --skip.', 'zh-CN': '已用 --skip 排除。', fr: 'Écartée avec --skip.' },
  'no-active-rule': {
    en: 'Listed only: none of its clauses is checked by a rule yet.',
    'zh-CN': '仅收录：其条款尚无可自动检查的规则。',
    fr: 'Seulement répertoriée : aucune règle ne contrôle encore ses clauses.',
  },
  'other-direction': {
    en: 'For the other direction of trade.',
    'zh-CN': '适用于另一贸易方向。',
    fr: 'Pour l’autre sens des échanges.',
  },
  'other-mode': {
    en: 'For other customs supervision modes.',
    'zh-CN': '适用于其他海关监管方式。',
    fr: 'Pour d’autres régimes de surveillance douanière.',
  },
  'other-category': {
    en: 'For other kinds of goods.',
    'zh-CN': '适用于其他商品类别。',
    fr: 'Pour d’autres sortes de marchandises.',
  },
  'other-document': {
    en: 'For other kinds of documents.',
    'zh-CN': '适用于其他单证类型。',
    fr: 'Pour d’autres sortes de documents.',
  },
  'not-claimed': {
    en: 'For those who claim it only: name it under claims of a profile, or with --standard.',
    'zh-CN': '仅适用于声明采用者：请在配置的 claims 中列出，或用 --standard 选用。',
    fr: 'Seulement pour qui s’en réclame : nommez-la sous claims d’un profil, ou avec --standard.',
  },
  'other-edition': {
    en: 'For another edition of the message specification; see --edition.',
    'zh-CN': '适用于报文规范的另一版本；见 --edition。',
    fr: 'Pour une autre édition de la spécification des messages ; voir --edition.',
  },
  'direction-unknown': {
    en: 'Depends on the direction of trade: say --direction import or --direction export.',
    'zh-CN': '取决于贸易方向：请用 --direction import（进口）或 --direction export（出口）说明。',
    fr: 'Dépend du sens des échanges : indiquez --direction import ou --direction export.',
  },
  'mode-unknown': {
    en: 'Depends on the customs supervision mode: say --mode 1210, 9610, 1239, 9710 or 9810.',
    'zh-CN': '取决于海关监管方式：请用 --mode 1210、9610、1239、9710 或 9810 说明。',
    fr: 'Dépend du régime de surveillance douanière : indiquez --mode 1210, 9610, 1239, 9710 ou 9810.',
  },
  'category-unknown': {
    en: 'Depends on the kind of goods: say --category, or give the records an HS code or a category.',
    'zh-CN': '取决于商品类别：请用 --category 说明，或在记录中填写 HS 编码或类目。',
    fr: 'Dépend de la sorte de marchandises : indiquez --category, ou donnez aux enregistrements un code SH ou une catégorie.',
  },
  'no-input': {
    en: 'The files have none of the fields it speaks of.',
    'zh-CN': '文件中没有它所涉及的字段。',
    fr: 'Les fichiers n’ont aucun des champs dont elle parle.',
  },
  'no-record': {
    en: 'No record to which it applies.',
    'zh-CN': '没有适用的记录。',
    fr: 'Aucun enregistrement auquel elle s’applique.',
  },
  'broke-down': {
    en: 'One of its rules broke down, so nothing can be said of it.',
    'zh-CN': '其中有规则运行出错，无法得出结论。',
    fr: 'Une de ses règles est tombée en panne : on ne peut rien en dire.',
  },
};

const brief: { readonly [reason in StandardReason]: Text } = {
  'in-force': { en: 'in force', 'zh-CN': '现行有效', fr: 'en vigueur' },
  checked: { en: 'checked', 'zh-CN': '已检查', fr: 'contrôlée' },
  'not-yet-in-force': { en: 'not yet in force', 'zh-CN': '尚未实施', fr: 'pas encore en vigueur' },
  'no-longer-in-force': { en: 'no longer in force', 'zh-CN': '已不再有效', fr: 'plus en vigueur' },
  draft: { en: 'draft', 'zh-CN': '草案', fr: 'projet' },
  withdrawn: { en: 'withdrawn', 'zh-CN': '已废止', fr: 'retirée' },
  'not-selected': { en: 'not selected', 'zh-CN': '未选用', fr: 'non choisie' },
  skipped: { en: 'left out with --skip', 'zh-CN': '已用 --skip 排除', fr: 'écartée avec --skip' },
  'no-active-rule': { en: 'listed only, no rule yet', 'zh-CN': '仅收录，尚无规则', fr: 'sans règle encore' },
  'other-direction': { en: 'other direction', 'zh-CN': '适用另一方向', fr: 'autre sens' },
  'other-mode': { en: 'other supervision mode', 'zh-CN': '适用其他监管方式', fr: 'autre régime de surveillance' },
  'other-category': { en: 'other goods', 'zh-CN': '适用其他商品', fr: 'autres marchandises' },
  'other-document': { en: 'other documents', 'zh-CN': '适用其他单证', fr: 'autres documents' },
  'not-claimed': { en: 'not claimed', 'zh-CN': '未声明采用', fr: 'non revendiquée' },
  'other-edition': { en: 'other edition', 'zh-CN': '适用另一版本', fr: 'autre édition' },
  'direction-unknown': { en: 'need --direction', 'zh-CN': '需用 --direction 说明方向', fr: 'demandant --direction' },
  'mode-unknown': { en: 'need --mode', 'zh-CN': '需用 --mode 说明监管方式', fr: 'demandant --mode' },
  'category-unknown': { en: 'need --category', 'zh-CN': '需用 --category 说明商品类别', fr: 'demandant --category' },
  'no-input': { en: 'lacked input', 'zh-CN': '缺少所需字段', fr: 'sans données' },
  'no-record': { en: 'no record they apply to', 'zh-CN': '没有适用的记录', fr: 'sans enregistrement concerné' },
  'broke-down': { en: 'a rule broke down', 'zh-CN': '有规则运行出错', fr: 'règle en panne' },
};
