import type { Catalogue } from '../model/catalogue.js';
import type { Field } from '../model/document.js';
import type { Language } from '../model/language.js';
import type { ElementRow, Rule } from '../model/standard.js';
import { titleIn } from '../text/language.js';
import { textOf } from '../vocabulary/index.js';
import { formatWords } from './format-words.js';

/** What the document kind says of the row's field, in words of this language. */
export function meaningOf(
  catalogue: Catalogue,
  row: ElementRow,
  document: string | undefined,
  language: Language,
): string | undefined {
  const { meaning } = fieldOf(catalogue, row, document) ?? {};
  return language === 'zh-CN' ? meaning?.['zh-CN'] : (meaning?.[language] ?? meaning?.en);
}

function fieldOf(catalogue: Catalogue, row: ElementRow, document: string | undefined): Field | undefined {
  const kind = catalogue.documents.find(({ id }) => id === document);
  const part = kind?.parts.find(({ id }) => id === row.part);
  return [...(part?.fields ?? []), ...(kind?.fields ?? [])].find(({ id }) => id === row.field);
}

/** What the edition of 2018 says otherwise. */
export function editionWords({ editions, format }: ElementRow, language: Language): string | undefined {
  const older = editions?.['2018'];
  if (older === undefined) return undefined;
  const zh = language === 'zh-CN';
  if (older.absent === true) return zh ? '无此数据项' : 'has no such element';
  const words =
    older.format === undefined || older.format === format
      ? []
      : [`${older.format}${zh ? '：' : ': '}${formatWords(older.format, language)}`];
  if (older.emptyAllowed !== undefined)
    words.push(older.emptyAllowed ? (zh ? '可为空' : 'may be empty') : zh ? '不得为空' : 'not empty');
  if (older.oneOf !== undefined) words.push(older.oneOf.join(zh ? '、' : ', '));
  if (older.whitespace === 'preserve') words.push(zh ? '首尾空白计入长度' : 'white space around it counts');
  return words.join(zh ? '；' : '; ') || undefined;
}

/**
 * A value the element could have: the first that fits its format of those in examples somebody wrote for this standard,
 * the one the document kind gives its field, examples written elsewhere, a code, and what the row itself asks for.
 */
export function exampleOf(
  catalogue: Catalogue,
  slug: string,
  row: ElementRow,
  own: readonly Rule[],
  language: Language,
): string | undefined {
  const document = own[0]?.applies.documents[0];
  const written = catalogue.rules.filter((rule) => rule.element === undefined);
  const here = written.filter((rule) => rule.standard === slug);
  const there = written.filter(({ applies }) => document !== undefined && applies.documents.includes(document));
  const field = fieldOf(catalogue, row, document)?.example;
  const candidates = [
    ...(field === undefined ? [] : [field]),
    ...valuesIn(here, row),
    ...codesOf(catalogue, row, language),
    ...valuesIn(there, row),
    ...[...valuesIn(own, row)].filter((value) => !/^X+$/.test(value)),
    ...valuesIn(written, row),
  ];
  return candidates.find((value) => fits(value, row));
}

function* valuesIn(rules: readonly Rule[], { field, part }: ElementRow): Generator<string> {
  for (const { examples } of rules) {
    for (const { record } of examples.pass) {
      const items: unknown = part === undefined ? [record] : record[part];
      for (const item of Array.isArray(items) ? items : []) {
        const value = textOf(Reflect.get(Object(item), field));
        if (value !== undefined && value !== '') yield value;
      }
    }
  }
}

/** A code with its name: “142 · 人民币”. */
function codesOf({ codes }: Catalogue, row: ElementRow, language: Language): readonly string[] {
  const list = codes.find(({ id }) => id === row.codes);
  return (list?.entries ?? []).slice(0, 1).map(({ code, name }) => {
    const named = titleIn(name, language);
    return named === '' ? code : `${code} · ${named}`;
  });
}

/** Lengths count code points. */
function fits(value: string, { format = '' }: ElementRow): boolean {
  const [, upTo, digits] = /^C(\.\.)?(\d+)$/.exec(format) ?? [];
  const [code = ''] = value.split(' · ');
  const length = [...code].length;
  if (digits === undefined) return !format.startsWith('N') || /^[+-]?[\d.]+$/.test(code);
  return upTo === undefined ? length === Number(digits) : length <= Number(digits);
}
