import { expect, test } from 'vitest';
import { sheetChoice } from '../../src/run/sheet-choice.js';

const sheets = (file: string, ...names: readonly string[]) => names.map((sheet) => ({ file, sheet }));

test('sheets by name in any letter case, or by number within their workbook', () => {
  const choice = sheetChoice(['stock', '3']);
  const parts = [...sheets('a.xlsx', 'Goods', 'Stock ', 'Notes'), ...sheets('b.xlsx', 'Stock'), { file: 'c.csv' }];
  expect(parts.map(choice.takes)).toEqual([false, true, true, true, true]);
  expect(choice.missed()).toEqual([]);
});

test('a word that names no sheet of any workbook is missed, with the nearest or with what there is', () => {
  const choice = sheetChoice(['Stokc', '9']);
  expect(sheets('a.xlsx', 'Goods', 'Stock').map(choice.takes)).toEqual([false, false]);
  expect(choice.missed().map(({ reason, suggestion }) => [reason.en, suggestion?.en])).toEqual([
    ['There is no sheet “Stokc”.', 'Did you mean Stock?'],
    ['There is no sheet “9”.', 'The sheets are Goods, Stock; a number counts them from 1.'],
  ]);
});

test('without words every sheet is taken; files without sheets have none to miss', () => {
  expect(sheets('a.xlsx', 'x').map(sheetChoice().takes)).toEqual([true]);
  const choice = sheetChoice(['x']);
  expect(choice.takes({ file: 'a.csv' })).toBe(true);
  expect(choice.missed()).toEqual([]);
});
