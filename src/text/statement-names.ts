import type { Text } from '../model/language.js';
import type { Coverage, Evidence } from '../model/standard.js';

/** Who can judge a clause, in a word or two. */
export const coverageNames: { readonly [coverage in Coverage]: Required<Text> } = {
  automated: { en: 'automated', 'zh-CN': '自动检查', fr: 'automatisées' },
  partial: { en: 'partly automated', 'zh-CN': '部分自动', fr: 'en partie automatisées' },
  manual: { en: 'by hand', 'zh-CN': '人工判断', fr: 'à la main' },
  planned: { en: 'not built', 'zh-CN': '尚未实现', fr: 'non réalisées' },
  informative: { en: 'informative', 'zh-CN': '资料性', fr: 'informatives' },
};

/** How the active rules are known, in a word or two. */
export const evidenceNames: { readonly [evidence in Evidence]: Required<Text> } = {
  text: { en: 'text', 'zh-CN': '原文', fr: 'texte' },
  implementation: { en: 'implementation', 'zh-CN': '公开实现', fr: 'mise en œuvre' },
  summary: { en: 'summary', 'zh-CN': '第三方概述', fr: 'résumé' },
  metadata: { en: 'metadata', 'zh-CN': '仅题录', fr: 'métadonnées' },
  recalled: { en: 'recalled', 'zh-CN': '凭记忆', fr: 'de mémoire' },
};
