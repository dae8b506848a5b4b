import type { Report, ReportContext } from '../../model/report.js';
import { formatCount } from '../../text/report-words.js';
import { type StatementWord, say } from '../../text/statement-words.js';
import { commandLineText } from '../command-line.js';
import { code, prose, row, tableHead } from './page.js';

const mostInputs = 200;
const longestCommand = 2000;

/** What a stranger needs to have the same report: command, day, tool, catalogue and the digest of every file. */
export function reproduction(report: Report, { language }: ReportContext): string {
  const { tool, catalogue, asOf, request, inputs } = report;
  const digest = (name: string, sha: string): string => say('digest', language, { name, digest: sha });
  const command = commandLineText(report).slice(0, longestCommand);
  const profile = request['profile'];
  const facts: readonly (readonly [StatementWord, string])[] = [
    ['command', command === '' ? '' : `<code>${prose(command, longestCommand)}</code>`],
    ['judgedBy', prose(asOf)],
    ['profile', typeof profile === 'string' ? code(profile) : ''],
    ['tool', prose(`${tool.name} ${tool.version}`)],
    ['catalogue', prose(digest(catalogue.version, catalogue.digest))],
  ];
  const files = inputs
    .slice(0, mostInputs)
    .map(({ file, sheet, digest: sha }) => row([code(sheet === undefined ? file : `${file}:${sheet}`), `\`${sha}\``]));
  const more = inputs.length - mostInputs;
  return [
    `\n### ${prose(say('again', language))}\n\n`,
    ...facts.flatMap(([word, text]) => (text === '' ? [] : [`- ${prose(say(word, language))}: ${text}\n`])),
    '\n',
    ...(files.length === 0 ? [] : [tableHead([say('inputs', language), 'SHA-256']), ...files]),
    ...(more > 0 ? [`\n${prose(say('more', language, { n: formatCount(more) }))}\n`] : []),
  ]
    .join('')
    .replace(/\n+$/, '\n');
}
