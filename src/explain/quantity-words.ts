import type { VocabularyKeywords } from '../model/condition.js';
import type { Language } from '../model/language.js';

type Naming = { readonly language: Language; readonly label: (field: string) => string };

/** `能量 = 蛋白质 × 17 + 脂肪 × 37 (give or take 20 %)`. */
export function quantityFormula(
  { total, terms, tolerance, share }: NonNullable<VocabularyKeywords['sumOfQuantities']>,
  { language, label }: Naming,
): string {
  const products = terms.map(({ of, times }) =>
    [...Object.keys(of).map(label), ...(times === undefined ? [] : [times])].join(' × '),
  );
  const slack = [...(tolerance === undefined ? [] : [tolerance])];
  if (share !== undefined) slack.push(`${Number(share) * 100} %`);
  return `${label(total)} = ${products.join(' + ')}${giveOrTake(slack.join(' + ') || undefined, { language })}`;
}

export function giveOrTake(text: string | undefined, { language }: Pick<Naming, 'language'>): string {
  if (text === undefined) return '';
  return language === 'zh-CN' ? `（允差 ${text}）` : ` (give or take ${text})`;
}
