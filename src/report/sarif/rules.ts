import type { Finding } from '../../model/finding.js';
import type { ReportContext } from '../../model/report.js';
import type { Evidence, Severity } from '../../model/standard.js';
import { inLanguage } from '../../text/language.js';
import { evidences } from '../../text/report-words.js';
import { sanitizeBrief } from '../../text/sanitize.js';
import { say, sayLabelled } from '../../text/statement-words.js';
import { clauseText } from '../clause-text.js';
import { sentences } from '../finding-view.js';
import type { Plain } from '../json-shape.js';
import { escapeMarkdown } from '../markdown/escape.js';
import { longestText, messageText } from './text.js';

export const levels: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  advice: 'note',
};

/** The words GitHub sorts alerts of quality rules by. */
const problems: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  advice: 'recommendation',
};

/** How far a finding can be trusted follows from how we know the rule. */
const precisions: { readonly [evidence in Evidence]: string } = {
  text: 'very-high',
  implementation: 'high',
  summary: 'medium',
  metadata: 'low',
  recalled: 'low',
};

/** A reportingDescriptor: the rule in general words, taken from any one of its findings. */
export function ruleDescriptor(finding: Finding, context: ReportContext): Plain {
  const { language } = context;
  const rule = context.texts.rule(finding.rule);
  const general = sentences({ finding, rule, actual: '…', expectation: undefined }, context);
  const clause = clauseText(rule, context);
  const evidence = rule === undefined ? '' : inLanguage(evidences[rule.evidence], language);
  const why = rule?.rationale === undefined ? '' : inLanguage(rule.rationale, language);
  const help = [
    general.message,
    sayLabelled('why', why, language),
    sayLabelled('repair', general.remedy, language),
    sayLabelled('clause', [clause, evidence].filter((text) => text !== '').join(' · '), language),
    say('explain', language, { rule: finding.rule }),
  ]
    .filter((text) => text !== '')
    .map((text) => sanitizeBrief(text, 2 * longestText));
  return {
    id: sanitizeBrief(finding.rule, longestText),
    shortDescription: { text: messageText(general.message) },
    fullDescription: { text: messageText([general.message, why].filter((text) => text !== '').join(' ')) },
    help: { text: help.join('\n'), markdown: help.map(escapeMarkdown).join('\n\n') },
    defaultConfiguration: { level: levels[rule?.severity ?? finding.severity] },
    properties: {
      tags: ['cross-border-e-commerce', ...(rule === undefined ? [] : [`evidence-${rule.evidence}`])],
      precision: rule === undefined ? undefined : precisions[rule.evidence],
      'problem.severity': problems[finding.severity],
      standard: rule === undefined ? undefined : context.texts.standard(rule.standard)?.number,
      clause: rule?.clause,
      evidence: rule?.evidence,
    },
  };
}
