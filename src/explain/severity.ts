import type { Rule, Severity, Standard } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { severities } from '../text/report-words.js';
import type { ExplainContext } from './context.js';
import { evidenceSentences, obligationSentences, say, sentence, severityNouns } from './words.js';

const ranks: { readonly [severity in Severity]: number } = { advice: 0, warning: 1, error: 2 };

/** Why a rule is as severe as it is: binding force and evidence set a ceiling, and a rule may stay below it. */
export function severitySentence(
  rule: Pick<Rule, 'severity' | 'evidence'>,
  standard: Standard,
  { language, ceiling }: ExplainContext,
): string {
  const most = ceiling(rule.evidence, standard.obligation);
  const reasons = {
    force: inLanguage(obligationSentences[standard.obligation], language),
    evidence: inLanguage(evidenceSentences[rule.evidence], language),
  };
  const own = inLanguage(severities[rule.severity], language);
  const because = say(
    { en: '{force}, and {evidence}', 'zh-CN': '{force}；{evidence}', fr: '{force}, et {evidence}' },
    language,
    reasons,
  );
  if (most === undefined)
    return `${sentence(own, language)}${language === 'zh-CN' ? '' : ' '}${sentence(because, language)}`;
  const bound = inLanguage(severityNouns[most], language);
  const text =
    ranks[rule.severity] < ranks[most]
      ? {
          en: '{own}, though {bound} would be allowed: {because}.',
          'zh-CN': '{own}（最高可为{bound}）：{because}。',
          fr: '{own}, bien que {bound} soit permis : {because}.',
        }
      : {
          en: '{own}, the most it may be: {because}.',
          'zh-CN': '{own}（所允许的最高级别）：{because}。',
          fr: '{own}, le plus qui soit permis : {because}.',
        };
  return say(text, language, { own, bound, because }) + claimSentence(rule, standard, language);
}

/** A merchant who claims a recommended standard is held to it. */
function claimSentence(
  { severity, evidence }: Pick<Rule, 'severity' | 'evidence'>,
  { obligation }: Standard,
  language: ExplainContext['language'],
): string {
  const raised =
    obligation === 'recommended' && severity === 'warning' && (evidence === 'text' || evidence === 'implementation');
  if (!raised) return '';
  return say(
    {
      en: ' A profile that claims conformance to the standard makes it an error.',
      'zh-CN': '声明符合该标准的方案会将其升为错误。',
      fr: ' Un profil qui se réclame de la norme en fait une erreur.',
    },
    language,
  );
}
