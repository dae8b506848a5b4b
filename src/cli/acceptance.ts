import { readFileSync } from 'node:fs';
import type { AcceptanceInput } from '../accept/index.js';
import type { Acceptance, Baseline, Waiver } from '../model/acceptance.js';
import { UserError } from '../model/errors.js';
import type { IsoDate } from '../model/standard.js';

/** What the files had wrong at a revision of theirs. */
export type Before = NonNullable<AcceptanceInput['before']>;

export type AcceptanceOptions = {
  readonly baseline?: string;
  readonly waivers?: string;
  readonly maxWaiverDays?: number;
};

/**
 * What the run takes as accepted; nothing where no flag says so.
 * @throws UserError for a file that is not there or is no baseline or list of waivers
 */
export async function openAcceptance(
  options: AcceptanceOptions,
  asOf: IsoDate,
  before?: Before,
): Promise<Acceptance | undefined> {
  const { baseline, waivers, maxWaiverDays } = options;
  if (baseline === undefined && waivers === undefined && before === undefined) return undefined;
  const { createAcceptance } = await import('../accept/index.js');
  return createAcceptance({
    asOf,
    ...(before === undefined ? {} : { before }),
    ...(baseline === undefined ? {} : { baseline: { file: baseline, baseline: await readBaseline(baseline) } }),
    ...(waivers === undefined ? {} : { waivers: { file: waivers, waivers: await readWaivers(waivers) } }),
    ...(maxWaiverDays === undefined ? {} : { maxWaiverDays }),
  });
}

/** @throws UserError */
export async function readBaseline(file: string): Promise<Baseline> {
  const { parseBaseline } = await import('../accept/index.js');
  const baseline = parseBaseline(textOf(file));
  if (baseline !== undefined) return baseline;
  throw new UserError(
    { en: `${file} is no baseline.`, 'zh-CN': `${file} 不是基线文件。`, fr: `${file} n'est pas une référence.` },
    {
      place: { file },
      suggestion: {
        en: `Write one: borderlint baseline write ${file}`,
        'zh-CN': `可用 borderlint baseline write ${file} 生成。`,
        fr: `Pour en écrire une : borderlint baseline write ${file}`,
      },
    },
  );
}

/** @throws UserError with the line of the first fault */
export async function readWaivers(file: string): Promise<readonly Waiver[]> {
  const { parseWaivers } = await import('../accept/waivers.js');
  const found = parseWaivers(textOf(file));
  if (!('text' in found)) return found;
  throw new UserError(found.text, { place: { file, line: found.line, column: found.column } });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(
      { en: `${file} cannot be read.`, 'zh-CN': `无法读取 ${file}。`, fr: `${file} ne peut pas être lu.` },
      { cause, place: { file } },
    );
  }
}
