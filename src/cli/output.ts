import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { UserError } from '../model/errors.js';
import type { Formatter, Report, ReportContext } from '../model/report.js';
import { formatterFor, formatters } from '../report/index.js';
import { unknownWord } from './errors.js';
import type { Terminal } from './terminal.js';

/** One `--format NAME[=FILE]`. */
export type Destination = { readonly formatter: Formatter; readonly file: string | undefined };

/**
 * Writes the report to every destination; a file appears whole or not at all.
 * @throws UserError for a file that cannot be written
 */
export function writeReports(
  report: Report,
  destinations: readonly Destination[],
  context: ReportContext,
  terminal: Terminal,
): void {
  for (const { formatter, file } of destinations) {
    const pieces = formatter.format(report, file === undefined ? context : { ...context, color: false });
    if (file === undefined) for (const piece of pieces) terminal.out(piece);
    else writeWhole(file, pieces);
  }
}

/**
 * Checked before any work starts, so that a misspelt format costs nobody an hour.
 * @throws UserError for an unknown format and for two reports on standard output
 */
export function parseDestinations(wanted: readonly string[]): readonly Destination[] {
  const found = wanted.map((word): Destination => {
    const [name = '', ...rest] = word.split('=');
    const formatter = formatterFor(name);
    if (formatter === undefined)
      throw unknownWord(
        { en: 'report format', 'zh-CN': '报告格式' },
        name,
        formatters.map((one) => one.id),
      );
    return { formatter, file: rest.length === 0 ? undefined : rest.join('=') };
  });
  if (found.filter(({ file }) => file === undefined).length > 1) {
    throw new UserError(
      { en: 'Only one report can go to standard output.', 'zh-CN': '标准输出只能写一份报告。' },
      {
        suggestion: {
          en: 'Give the others a file: --format json=report.json.',
          'zh-CN': '请为其余报告指定文件：--format json=report.json。',
        },
      },
    );
  }
  return found;
}

function writeWhole(file: string, pieces: Iterable<string>): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    const handle = openSync(partial, 'w');
    try {
      for (const piece of pieces) writeSync(handle, piece);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, file);
  } catch (cause) {
    rmSync(partial, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      { en: `The report could not be written: ${why}`, 'zh-CN': `报告无法写入：${why}` },
      { place: { file }, cause },
    );
  }
}
