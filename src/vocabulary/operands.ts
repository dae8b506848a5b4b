import type { Condition } from '../model/condition.js';
import { quantityFields } from './quantities.js';

/** A field that a cross-field keyword reads: the object's own, or one of the items of its part. */
export type FieldOperand = {
  readonly field: string;
  readonly part?: string;
  /** The keyword judges without it: what is not deducted is not there. */
  readonly dispensable?: true;
};

/** The fields that a condition's cross-field keywords read, in the order they are written; not those of its branches. */
export function fieldOperands(condition: Condition): readonly FieldOperand[] {
  const { sumOf, productOf, sumOfQuantities, dateSpan, sumOfPart, compare, dateOrder, oneOfFields, numbered } =
    condition;
  return [
    ...(sumOf === undefined ? [] : own(sumOf.total, ...sumOf.plus)),
    ...(sumOf?.minus ?? []).map((field) => ({ field, dispensable: true }) as const),
    ...(productOf === undefined ? [] : own(productOf.product, ...productOf.factors)),
    ...(sumOfQuantities === undefined ? [] : own(...quantityFields(sumOfQuantities))),
    ...(dateSpan === undefined ? [] : own(dateSpan.from, dateSpan.to, dateSpan.length)),
    ...(sumOfPart === undefined ? [] : [...own(sumOfPart.total), { field: sumOfPart.field, part: sumOfPart.part }]),
    ...(compare === undefined ? [] : own(compare.left, compare.right)),
    ...(dateOrder === undefined ? [] : own(dateOrder.earlier, dateOrder.later)),
    ...(oneOfFields === undefined ? [] : own(oneOfFields.field, ...oneOfFields.among)),
    ...(numbered === undefined ? [] : [{ field: numbered.field, part: numbered.part }]),
  ];
}

function own(...fields: readonly string[]): readonly FieldOperand[] {
  return fields.map((field) => ({ field }));
}

/** What the object itself must have for the keyword to read this: the field, or the part whose items have it. */
export function ownName({ field, part }: FieldOperand): string {
  return part ?? field;
}

/** The conditions a condition is made of, each asked of the same object. */
export function branchesOf({ allOf = [], anyOf = [], ...condition }: Condition): readonly Condition[] {
  const single = [condition.not, condition.if, condition.then, condition.else];
  return [...allOf, ...anyOf, ...single.filter((one) => one !== undefined)];
}
