import { UserError } from '../model/errors.js';
import type { ByteSource, InputPart, Opened } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import type { NotRun } from '../model/report.js';
import { type OpenOptions, openParts } from '../read/index.js';
import { nothingThere, OtherSheet, refuseBroken, UnknownFormat } from './format.js';
import { showsNothing } from './format-refusals.js';
import { brokenDown, nothingToCheck } from './notices.js';
import type { SheetChoice } from './sheet-choice.js';

/** What became of a part of an input. */
export type PartOutcome<Checked> =
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'not-run'; readonly notRun: NotRun }
  | { readonly kind: 'notice'; readonly notice: ReadNotice };

type Counted = { readonly summary: { readonly records: number } };

export type CheckPart<Checked> = (part: InputPart, opened: Opened) => Promise<Checked>;

/** Checks every part of an input. What keeps one from being checked is said; the others go on. */
export async function* checkParts<Checked extends Counted>(
  source: ByteSource,
  options: OpenOptions,
  check: CheckPart<Checked>,
  choice: SheetChoice,
): AsyncGenerator<PartOutcome<Checked>> {
  let sheets: SheetResults | undefined;
  try {
    for await (const part of openParts(source, options)) {
      if (sheets !== undefined && sheets.file !== part.file) {
        yield* sheets.finish();
        sheets = undefined;
      }
      if (!choice.takes(part)) continue;
      if (part.sheet !== undefined) sheets ??= new SheetResults(part);
      yield* checkPart(part, sheets, check);
    }
    if (sheets !== undefined) yield* sheets.finish();
  } catch (error) {
    yield notRun(source.name, error);
  }
}

async function* checkPart<Checked extends Counted>(
  part: InputPart,
  sheets: SheetResults | undefined,
  check: CheckPart<Checked>,
): AsyncGenerator<PartOutcome<Checked>> {
  try {
    const opened = await part.open();
    try {
      if (sheets !== undefined && showsNothing(opened)) {
        // A sheet that is empty says nothing; one that cannot be read is another matter.
        await refuseBroken(opened);
        return;
      }
      const checked = await check(part, opened);
      sheets?.known(checked.summary.records);
      yield { kind: 'checked', checked };
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof OtherSheet) {
      sheets?.aside();
      yield { kind: 'notice', notice: sheetAside(part, error) };
    } else if (error instanceof UnknownFormat && sheets !== undefined) sheets.unknown(part.sheet ?? '', error);
    else if (sheets?.isNews(error) !== false) yield notRun(part.file, error, part.sheet);
  }
}

function sheetAside({ file, sheet = '' }: InputPart, { mapping }: OtherSheet): ReadNotice {
  const location = { file, sheet, pointer: '' };
  if (mapping === undefined) return { id: 'sheet-aside', values: {}, location, weight: 'note' };
  return { id: 'sheet-unmapped', values: { mapping }, location, weight: 'note' };
}

function notRun(file: string, error: unknown, sheet?: string): { readonly kind: 'not-run'; readonly notRun: NotRun } {
  if (!(error instanceof UserError)) return { kind: 'not-run', notRun: brokenDown(file, error) };
  const at = { ...error.place, ...(sheet !== undefined && { sheet }), pointer: '' };
  const place = error.place === undefined ? {} : { location: { file, ...at } };
  const suggestion = error.suggestion === undefined ? {} : { suggestion: error.suggestion };
  const what = sheet === undefined ? 'file' : 'part-of-file';
  return { kind: 'not-run', notRun: { what, subject: file, reason: error.text, ...place, ...suggestion } };
}

/** Names of a sheet that a format must know for the sheet to be one of its kind gone wrong, rather than something else. */
const kinNames = 3;

/**
 * The sheets of one workbook. Workbooks have sheets that are no data: instructions, lists of values. Beside a sheet that
 * is known, one of no known format is a note, unless it is nearly of one; where none is known, the workbook is not checked.
 */
class SheetResults {
  readonly file: string;
  readonly #sheets: number;
  #known = 0;
  #records = 0;
  #aside = 0;
  readonly #unknown: { readonly sheet: string; readonly error: UnknownFormat }[] = [];
  readonly #said = new Set<string>();

  constructor({ file, sheets = 1 }: InputPart) {
    this.file = file;
    this.#sheets = sheets;
  }

  known(records: number): void {
    this.#known++;
    this.#records += records;
  }

  aside(): void {
    this.#aside++;
  }

  unknown(sheet: string, error: UnknownFormat): void {
    this.#unknown.push({ sheet, error });
  }

  /** What is wrong with a whole workbook is met at each of its sheets, and said once. */
  isNews(error: unknown): boolean {
    const said = error instanceof Error ? error.message : String(error);
    if (this.#said.has(said)) return false;
    this.#said.add(said);
    return true;
  }

  *finish(): Generator<PartOutcome<never>> {
    const nearest = this.#unknown.toSorted((a, b) => matched(b.error) - matched(a.error));
    const [best] = nearest;
    if (this.#known === 0) {
      if (best !== undefined) yield notRun(this.file, best.error, best.sheet);
      else if (this.#aside > 0) yield notRun(this.file, noSheetOfRecords(this.file));
      else if (this.#said.size === 0) yield notRun(this.file, nothingThere(this.file));
      return;
    }
    if (this.#sheets > 1 && this.#records === 0) yield { kind: 'not-run', notRun: nothingToCheck(this.file) };
    for (const { sheet, error } of this.#unknown) {
      if (matched(error) >= kinNames) yield notRun(this.file, error, sheet);
      else yield { kind: 'notice', notice: this.#note(sheet, error) };
    }
  }

  #note(sheet: string, { near }: UnknownFormat): ReadNotice {
    const values = near === undefined ? {} : { nearest: near.format };
    return { id: 'sheet-unknown', values, location: { file: this.file, sheet, pointer: '' }, weight: 'note' };
  }
}

function noSheetOfRecords(file: string): UserError {
  return new UserError(
    {
      en: 'Every sheet was left out: none is one that holds records.',
      'zh-CN': '所有工作表均已跳过：没有一张是记录所在的工作表。',
      fr: 'Toutes les feuilles ont été laissées de côté : aucune ne porte d’enregistrements.',
    },
    { place: { file } },
  );
}

function matched({ near }: UnknownFormat): number {
  return near?.matched ?? 0;
}
