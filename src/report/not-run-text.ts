import type { Language } from '../model/language.js';
import type { NotRun } from '../model/report.js';
import { inLanguage } from '../text/language.js';
import { notRunKinds } from '../text/report-words.js';
import { say } from '../text/statement-words.js';

/** “file not checked: Not a table, JSON or XML …” */
export function notRunText({ what, reason }: NotRun, language: Language): string {
  return say('notRun', language, {
    what: inLanguage(notRunKinds[what], language),
    reason: inLanguage(reason, language),
  });
}
