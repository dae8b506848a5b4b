import type { Condition } from '../model/condition.js';
import { dateOrderExpectation, renderExpectation } from '../text/expectations.js';
import { relations, word } from '../text/words.js';
import type { Words } from './page.js';
import { anyOf, insideSentence, named } from './phrases.js';
import { quantityFormula, giveOrTake as tolerance } from './quantity-words.js';
import type { Speaker } from './values.js';

/** Keywords over several fields. */
export function crossWords(condition: Condition, speaker: Speaker): readonly Words[] {
  return [...formulas(condition, speaker), ...relationWords(condition, speaker)].map((text) => ({ text }));
}

function formulas({ sumOf, productOf, sumOfQuantities, sumOfPart }: Condition, speaker: Speaker): readonly string[] {
  const { language, label } = speaker;
  const found: string[] = [];
  const add = (total: string, terms: string, within: string | undefined): unknown =>
    found.push(`${label(total)} = ${terms}${tolerance(within, speaker)}`);
  if (sumOf !== undefined) {
    const minus = (sumOf.minus ?? []).map((field) => ` − ${label(field)}`).join('');
    add(sumOf.total, sumOf.plus.map(label).join(' + ') + minus, sumOf.tolerance);
  }
  if (productOf !== undefined) add(productOf.product, productOf.factors.map(label).join(' × '), productOf.tolerance);
  if (sumOfQuantities !== undefined) found.push(quantityFormula(sumOfQuantities, speaker));
  if (sumOfPart !== undefined) {
    const part = insideSentence(label(sumOfPart.part));
    const field = label(sumOfPart.field);
    const sum = language === 'zh-CN' ? `各${part}的${field}之和` : `sum of ${field} over every ${part}`;
    add(sumOfPart.total, sum, sumOfPart.tolerance);
  }
  return found;
}

function relationWords(condition: Condition, { language, label }: Speaker): readonly string[] {
  const { compare, dateOrder, dateSpan, oneOfFields, numbered } = condition;
  const zh = language === 'zh-CN';
  const name = (field: string): string => named([label(field)], language);
  const found: string[] = [];
  if (compare !== undefined) {
    const relation = word(relations, compare.is, language);
    found.push(`${name(compare.left)}${zh ? relation : ` is ${relation} `}${name(compare.right)}`);
  }
  if (dateOrder !== undefined) {
    const order = renderExpectation(dateOrderExpectation(dateOrder), language, name);
    found.push(order.replace(' not later than ', ' is not later than '));
  }
  if (dateSpan !== undefined) {
    const { from, to, length, tolerance: days } = dateSpan;
    const sum = `${label(to)} = ${label(from)} + ${label(length)}`;
    found.push(sum + tolerance(zh ? `${days} 天` : `${days} days`, { language }));
  }
  if (oneOfFields !== undefined) {
    const among = anyOf(oneOfFields.among.map(name), language);
    found.push(zh ? `${name(oneOfFields.field)}与${among}相同` : `${name(oneOfFields.field)} is the same as ${among}`);
  }
  if (numbered !== undefined) {
    const part = insideSentence(label(numbered.part));
    const counted = zh
      ? `按${part}从 1 起连续编号，不缺号、不重号`
      : ` counts 1, 2, 3 … from one ${part} to the next, without gap or repeat`;
    found.push(name(numbered.field) + counted);
  }
  return found;
}
