import type { Report, ReportContext, StandardResult } from '../../model/report.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { sanitize } from '../../text/sanitize.js';
import { concernsRun } from '../checklist.js';
import { commandLineText } from '../command-line.js';
import type { Plain } from '../json-shape.js';
import { notRunText } from '../not-run-text.js';
import { clauseId, ids, standardId } from './context.js';

/** Who asserts: the tool, with the catalogue it judged by. */
export function assertorOf({ tool, catalogue }: Report): Plain {
  return {
    '@id': ids.assertor,
    '@type': ['earl:Assertor', 'earl:Software'],
    title: tool.name,
    version: tool.version,
    'borderlint:catalogue': { version: catalogue.version, identifier: `sha-256:${catalogue.digest}` },
  };
}

/** What the assertions are about: all files of the run together, each with its digest. */
export function subjectOf({ inputs }: Report): Plain {
  return {
    '@id': ids.subject,
    '@type': 'earl:TestSubject',
    title: inputs.map(({ file }) => sanitize(file)).join(', '),
    hasPart: inputs.map(({ file, sheet, digest, format, document, records, complete }) => ({
      '@type': 'earl:TestSubject',
      title: sanitize(sheet === undefined ? file : `${file}:${sheet}`),
      identifier: `sha-256:${digest}`,
      'borderlint:format': format,
      'borderlint:document': document,
      'borderlint:records': records,
      'borderlint:complete': complete,
    })),
  };
}

/** How the run went and how to have it again. EARL has no word for this. */
export function runOf(report: Report, { language }: ReportContext): Plain {
  const command = commandLineText(report);
  const profile = report.request['profile'];
  return {
    '@id': ids.run,
    'borderlint:verdict': report.verdict,
    'borderlint:asOf': report.asOf,
    'borderlint:failOn': report.failOn,
    'borderlint:profile': typeof profile === 'string' ? sanitize(profile) : undefined,
    'borderlint:commandLine': command === '' ? undefined : sanitize(command),
    'borderlint:counts': report.counts,
    'borderlint:findings': report.findings.length,
    'borderlint:notKept': Object.values(report.truncated).reduce((sum, left) => sum + left, 0),
    'borderlint:notRun': report.notRun.map((missed) => ({
      title: sanitize(missed.subject),
      description: sanitize(notRunText(missed, language)),
    })),
  };
}

/** The standard as a test, with its clauses where it concerns the run. A manual clause is described by its question. */
export function testOf(result: StandardResult, { texts, language }: ReportContext): Plain {
  const text = texts.standard(result.slug);
  const title = titleIn(text?.title ?? {}, language);
  return {
    '@id': standardId(result.slug),
    '@type': ['earl:TestCriterion', 'earl:TestRequirement'],
    identifier: sanitize(result.number),
    title: title === '' ? sanitize(result.number) : title,
    'borderlint:inForceFrom': text?.effective.from,
    'borderlint:inForceUntil': text?.effective.until,
    'borderlint:evidence': result.evidence,
    hasPart: concernsRun(result)
      ? (text?.clauses ?? []).map(({ ref, title, coverage, question }) => ({
          '@id': clauseId(result.slug, ref),
          '@type': ['earl:TestCriterion', 'earl:TestCase'],
          identifier: ref,
          title: titleIn(title ?? {}, language, ref),
          description: question === undefined ? undefined : inLanguage(question, language),
          'borderlint:coverage': coverage,
        }))
      : undefined,
  };
}
