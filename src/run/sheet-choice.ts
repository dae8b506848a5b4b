import type { InputPart } from '../model/reading.js';
import type { NotRun } from '../model/report.js';
import { nearestWord } from '../text/nearest.js';

/** The sheets of workbooks the user wants checked, by name or by number counted from 1. */
export type SheetChoice = {
  /** Every part that is no sheet, and the sheets that were named. To be asked once for each part, in their order. */
  readonly takes: (part: Pick<InputPart, 'file' | 'sheet'>) => boolean;
  /** Words that named no sheet of any workbook: what they should have checked was not. */
  readonly missed: () => readonly NotRun[];
};

/** @param words what the user wrote; without any, all sheets are taken */
export function sheetChoice(words: readonly string[] = []): SheetChoice {
  const found = new Set<string>();
  const seen: { readonly file: string; readonly sheet: string }[] = [];
  let file: string | undefined;
  let number = 0;
  return {
    takes: (part) => {
      if (words.length === 0 || part.sheet === undefined) return true;
      number = part.file === file ? number + 1 : 1;
      file = part.file;
      seen.push({ file, sheet: part.sheet });
      const name = fold(part.sheet);
      const mine = words.filter((word) => fold(word) === name || word === String(number));
      for (const word of mine) found.add(word);
      return mine.length > 0;
    },
    missed: () => {
      const [first] = seen;
      if (first === undefined) return [];
      const names = seen.map(({ sheet }) => sheet);
      return words.filter((word) => !found.has(word)).map((word) => noSuchSheet(word, first.file, names));
    },
  };
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function noSuchSheet(word: string, file: string, names: readonly string[]): NotRun {
  const nearest = nearestWord(word, names);
  const list = [...new Set(names)].slice(0, 8);
  const more = names.length > list.length ? '…' : '';
  return {
    what: 'file',
    subject: file,
    reason: {
      en: `There is no sheet “${word}”.`,
      'zh-CN': `没有名为“${word}”的工作表。`,
      fr: `Il n’y a pas de feuille « ${word} ».`,
    },
    suggestion:
      nearest === undefined
        ? {
            en: `The sheets are ${list.join(', ')}${more}; a number counts them from 1.`,
            'zh-CN': `现有工作表：${list.join('、')}${more}；也可用从 1 起的序号。`,
            fr: `Les feuilles sont ${list.join(', ')}${more} ; un nombre les compte à partir de 1.`,
          }
        : {
            en: `Did you mean ${nearest}?`,
            'zh-CN': `是否想写 ${nearest}？`,
            fr: `Vouliez-vous dire ${nearest} ?`,
          },
  };
}
