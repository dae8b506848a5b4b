import type { Condition, Json, VocabularyKeywords } from '../model/condition.js';
import { branchesOf, fieldOperands, ownName } from '../vocabulary/index.js';

/** Every field of its own object a condition names, in whatever keyword; not those of nested values. */
export function fieldsNamed(condition: Condition): readonly string[] {
  return [
    ...(condition.required ?? []),
    ...Object.keys(condition.properties ?? {}),
    ...fieldOperands(condition).map(ownName),
    ...branchesOf(condition).flatMap(fieldsNamed),
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
  codeStart: true,
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
