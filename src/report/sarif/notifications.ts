import type { ReadNotice } from '../../model/record.js';
import type { Report, ReportContext } from '../../model/report.js';
import { inLanguage } from '../../text/language.js';
import { renderNotice } from '../../text/notices.js';
import { formatCount, notRunKinds } from '../../text/report-words.js';
import { say } from '../../text/statement-words.js';
import type { Plain } from '../json-shape.js';
import { physicalLocation, type SarifIndex } from './results.js';
import { messageText } from './text.js';

const exitCodes: { readonly [verdict in Report['verdict']]: number } = { conforms: 0, fails: 1, incomplete: 2 };

/** The one invocation: how the run ended and everything a reader must know before trusting an absence of results. */
export function invocationOf(
  report: Report,
  index: Pick<SarifIndex, 'artifacts'>,
  leftOut: string | undefined,
  context: ReportContext,
): Plain {
  return {
    executionSuccessful: report.notRun.length === 0,
    exitCode: exitCodes[report.verdict],
    toolExecutionNotifications: [
      ...report.notRun.map((missed) => notRun(missed, index, context)),
      ...truncations(report, leftOut, context),
      ...report.notices.map((notice) => notification(notice, index, context)),
      ...report.upcoming.map(({ standard, from, rule, findings }) => {
        const values = { standard, from, rule, n: formatCount(findings) };
        return note('note', 'upcoming', say('upcoming', context.language, values));
      }),
    ],
  };
}

function note(level: string, id: string, text: string, location?: Plain): Plain {
  return {
    level,
    descriptor: { id },
    message: { text: messageText(text) },
    locations: location === undefined ? undefined : [{ physicalLocation: location }],
  };
}

function notRun(
  missed: Report['notRun'][number],
  index: Pick<SarifIndex, 'artifacts'>,
  { language }: ReportContext,
): Plain {
  const what = `${inLanguage(notRunKinds[missed.what], language)} (${missed.subject})`;
  const reasons = [missed.reason, missed.suggestion].flatMap((text) =>
    text === undefined ? [] : inLanguage(text, language),
  );
  const text = say('notRun', language, { what, reason: reasons.join(' ') });
  const location = missed.location ?? (missed.what === 'rule' ? undefined : { file: missed.subject, pointer: '' });
  return note('error', `not-run/${missed.what}`, text, location && physicalLocation(location, index));
}

/** Nothing is left out unsaid. */
function truncations(report: Report, leftOut: string | undefined, { language }: ReportContext): readonly Plain[] {
  const perRule = Object.entries(report.truncated).map(([rule, n]) =>
    note('warning', 'findings-not-kept', say('notKept', language, { rule, n: formatCount(n) })),
  );
  return leftOut === undefined ? perRule : [note('warning', 'findings-not-written', leftOut), ...perRule];
}

const noticeLevels: { readonly [weight in ReadNotice['weight']]: string } = {
  fatal: 'error',
  fault: 'warning',
  note: 'note',
};

function notification(notice: ReadNotice, index: Pick<SarifIndex, 'artifacts'>, context: ReportContext): Plain {
  const text = renderNotice(notice, context.language);
  const place = physicalLocation(notice.location, index);
  return note(noticeLevels[notice.weight], `reading/${notice.id}`, text, place);
}
