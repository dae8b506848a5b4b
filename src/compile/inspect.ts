import type { Condition, Json, VocabularyKeywords } from '../model/condition.js';
import { quantityFields } from '../vocabulary/index.js';

/** Every field of its own object a condition names, in whatever keyword; not those of nested values. */
export function fieldsNamed(condition: Condition): readonly string[] {
  const { sumOf, productOf, sumOfQuantities, dateSpan, sumOfPart, compare, dateOrder, oneOfFields, numbered } =
    condition;
  const inner = [...(condition.allOf ?? []), ...(condition.anyOf ?? [])];
  for (const one of [condition.not, condition.if, condition.then, condition.else])
    if (one !== undefined) inner.push(one);
  return [
    ...(condition.required ?? []),
    ...Object.keys(condition.properties ?? {}),
    ...(sumOf === undefined ? [] : [sumOf.total, ...sumOf.plus, ...(sumOf.minus ?? [])]),
    ...(productOf === undefined ? [] : [productOf.product, ...productOf.factors]),
    ...(sumOfQuantities === undefined ? [] : quantityFields(sumOfQuantities)),
    ...(dateSpan === undefined ? [] : [dateSpan.from, dateSpan.to, dateSpan.length]),
    ...(sumOfPart === undefined ? [] : [sumOfPart.total, sumOfPart.part]),
    ...(compare === undefined ? [] : [compare.left, compare.right]),
    ...(dateOrder === undefined ? [] : [dateOrder.earlier, dateOrder.later]),
    ...(oneOfFields === undefined ? [] : [oneOfFields.field, ...oneOfFields.among]),
    ...(numbered === undefined ? [] : [numbered.part]),
    ...inner.flatMap(fieldsNamed),
  ];
}

/** The vocabulary's keywords a schema uses, at any depth. */
export function vocabularyOf(schema: Json): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(vocabularyOf);
  return Object.entries(schema).flatMap(([keyword, operand]) => {
    if (keyword === 'const' || keyword === 'enum') return [];
    if (keyword === 'properties') return Object.values(operand ?? {}).flatMap(vocabularyOf);
    return isVocabularyKeyword(keyword) ? [keyword] : vocabularyOf(operand);
  });
}

const vocabularyKeywords: { readonly [keyword in keyof Required<VocabularyKeywords>]: true } = {
  codeList: true,
  checkDigit: true,
  decimalDigits: true,
  decimalRange: true,
  byteLength: true,
  dateForm: true,
  quantity: true,
  percentages: true,
  script: true,
  forbidTerms: true,
  sumOf: true,
  productOf: true,
  sumOfQuantities: true,
  dateSpan: true,
  sumOfPart: true,
  compare: true,
  dateOrder: true,
  oneOfFields: true,
  numbered: true,
};

export function isVocabularyKeyword(keyword: string): keyword is keyof VocabularyKeywords {
  return Object.hasOwn(vocabularyKeywords, keyword);
}
