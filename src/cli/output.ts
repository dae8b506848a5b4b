import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { AnnotatableWorkbook } from '../model/annotation.js';
import { UserError } from '../model/errors.js';
import type { CheckedTable } from '../model/reading.js';
import type { Formatter, Report, ReportContext } from '../model/report.js';
import { formatterFor, formatters } from '../report/index.js';
import { unknownWord } from './errors.js';
import type { Terminal } from './terminal.js';
import { unwritten, writeWhole, writeWholeAsMade } from './whole-file.js';

/** One `--format NAME[=FILE]`. */
export type Destination = { readonly formatter: Formatter; readonly file: string | undefined };

/**
 * Writes the report to every destination; a file appears whole or not at all.
 * @throws UserError for a file that cannot be written
 */
export async function writeReports(
  report: Report,
  destinations: readonly Destination[],
  context: ReportContext,
  terminal: Terminal,
  tables: () => AsyncIterable<CheckedTable>,
  workbook: () => Promise<AnnotatableWorkbook | undefined>,
): Promise<void> {
  for (const { formatter, file } of destinations) {
    if (formatter.writes === 'bytes') {
      const write = await formatter.load();
      if (file !== undefined) await writeWholeAsMade(file, write(report, context, tables, workbook), 'report');
      continue;
    }
    const write = await formatter.load();
    if (file === undefined) for (const piece of batched(write(report, context))) terminal.out(piece);
    else writeWhole(file, batched(write(report, { ...context, color: false })), 'report');
  }
}

/** Characters handed to the system at once: a report of 100,000 findings is not 100,000 writes. */
const batchLength = 65_536;

function* batched(pieces: Iterable<string>): Iterable<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchLength) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

/**
 * Checked before any work starts, so that a misspelt format or folder costs nobody an hour.
 * @throws UserError for an unknown format, a file that could never be written, and two reports for one place
 */
export function parseDestinations(wanted: readonly string[]): readonly Destination[] {
  const found = wanted.map((word): Destination => {
    const [name = '', ...rest] = word.split('=');
    const formatter = formatterFor(name);
    if (formatter === undefined)
      throw unknownWord(
        { en: 'report format', 'zh-CN': '报告格式', fr: 'format de rapport' },
        name,
        formatters.map((one) => one.id),
      );
    const file = rest.join('=');
    if (file === '' && formatter.writes === 'bytes') throw needsFile(name);
    return { formatter, file: rest.length === 0 ? undefined : writable(name, file) };
  });
  const files = found.map(({ file }) => (file === undefined ? undefined : resolve(file)));
  const doubled = found.find((_, index) => files.indexOf(files[index]) !== index);
  if (doubled !== undefined) throw onePlaceTwice(doubled.file);
  return found;
}

/**
 * The files to check without the reports of this run, which an earlier run may have left in the folder.
 * @throws UserError where a report would overwrite a file the user named to be checked
 */
export function withoutReports(
  inputs: readonly string[],
  named: readonly string[],
  destinations: readonly Destination[],
): readonly string[] {
  const reports = new Set(destinations.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)])));
  const overwritten = named.find((path) => reports.has(resolve(path)));
  if (overwritten === undefined) return inputs.filter((path) => !reports.has(resolve(path)));
  throw new UserError(
    {
      en: `The report would overwrite ${overwritten}, the file to check.`,
      'zh-CN': `报告会覆盖待检查的文件 ${overwritten}。`,
      fr: `Le rapport écraserait ${overwritten}, le fichier à vérifier.`,
    },
    {
      suggestion: {
        en: 'Give the report another name.',
        'zh-CN': '请为报告另取文件名。',
        fr: 'Donnez un autre nom au rapport.',
      },
    },
  );
}

function writable(format: string, file: string): string {
  const folder = dirname(file);
  if (file === '')
    throw new UserError(
      {
        en: `--format ${format}= names no file.`,
        'zh-CN': `--format ${format}= 未指定文件。`,
        fr: `--format ${format}= ne nomme aucun fichier.`,
      },
      {
        suggestion: {
          en: `Write --format ${format}=report.${format}, or leave out the = for standard output.`,
          'zh-CN': `请写 --format ${format}=report.${format}；写到标准输出则去掉 =。`,
          fr: `Écrivez --format ${format}=rapport.${format}, ou ôtez le = pour la sortie standard.`,
        },
      },
    );
  if (isFolder(file, file))
    throw new UserError({
      en: `The report cannot be written: ${file} is a folder.`,
      'zh-CN': `报告无法写入：${file} 是文件夹。`,
      fr: `Le rapport ne peut pas être écrit : ${file} est un dossier.`,
    });
  if (!isFolder(folder, file))
    throw new UserError(
      {
        en: `The report cannot be written to ${file}: there is no folder ${folder}.`,
        'zh-CN': `报告无法写入 ${file}：没有文件夹 ${folder}。`,
        fr: `Le rapport ne peut pas être écrit dans ${file} : il n’y a pas de dossier ${folder}.`,
      },
      {
        suggestion: {
          en: 'Make the folder first, or correct the path.',
          'zh-CN': '请先建立该文件夹，或更正路径。',
          fr: 'Créez d’abord le dossier, ou corrigez le chemin.',
        },
      },
    );
  return file;
}

/** Bytes on a terminal are noise, and what reads a pipe from here on asked for text. */
function needsFile(format: string): UserError {
  return new UserError(
    {
      en: `--format ${format} is no text and needs a file.`,
      'zh-CN': `--format ${format} 不是文本，须写入文件。`,
      fr: `--format ${format} n’est pas du texte et demande un fichier.`,
    },
    {
      suggestion: {
        en: `Write --format ${format}=report.${format}.`,
        'zh-CN': `请写 --format ${format}=report.${format}。`,
        fr: `Écrivez --format ${format}=report.${format}.`,
      },
    },
  );
}

function isFolder(path: string, file: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (cause) {
    throw unwritten(file, cause, 'report');
  }
}

function onePlaceTwice(file: string | undefined): UserError {
  if (file !== undefined)
    return new UserError({
      en: `Two reports cannot go to ${file}.`,
      'zh-CN': `两份报告不能写入同一文件 ${file}。`,
      fr: `Deux rapports ne peuvent pas aller dans ${file}.`,
    });
  return new UserError(
    {
      en: 'Only one report can go to standard output.',
      'zh-CN': '标准输出只能写一份报告。',
      fr: 'Un seul rapport peut aller sur la sortie standard.',
    },
    {
      suggestion: {
        en: 'Give the others a file: --format json=report.json.',
        'zh-CN': '请为其余报告指定文件：--format json=report.json。',
        fr: 'Donnez un fichier aux autres : --format json=report.json.',
      },
    },
  );
}
