import { createHash } from 'node:crypto';
import type { AnnotatableWorkbook } from '../model/annotation.js';
import type { ByteSource } from '../model/reading.js';
import type { Report } from '../model/report.js';
import type { RunOptions } from '../run.js';

/**
 * The workbook a report is about, to be written again with marks. Nothing where the report is about several files or none
 * that is a workbook, or where the file is no longer the one that was checked.
 * @throws UserError for a file that can no longer be read
 */
export async function checkedWorkbook(
  { inputs }: Pick<RunOptions, 'inputs'>,
  report: Report,
): Promise<AnnotatableWorkbook | undefined> {
  const [source] = inputs;
  const [checked] = report.inputs;
  if (source === undefined || checked === undefined || inputs.length > 1 || source.randomAccess === undefined)
    return undefined;
  if (report.inputs.some(({ file, sheet }) => file !== source.name || sheet === undefined)) return undefined;
  if ((await digestOf(source)) !== checked.digest) return undefined;
  const { annotatableWorkbook } = await import('../read/annotate/index.js');
  return annotatableWorkbook(source, await source.randomAccess());
}

async function digestOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source.chunks()) hash.update(chunk);
  return hash.digest('hex');
}
