import type { Condition } from '../model/condition.js';
import { dateOrderExpectation, expectation, joinList } from '../text/expectation-values.js';
import * as vocabulary from '../vocabulary/index.js';
import type { Failure, Subject } from './failure-types.js';

/** Breaches of the keywords that hold several fields of an object against each other. */
export function fieldFailures(condition: Condition, subject: Subject): Failure[] {
  const read: vocabulary.ReadField = (field) => vocabulary.textOf(subject.read(field));
  return [
    ...arithmeticFailures(condition, subject, read),
    ...quantityFailures(condition, read),
    ...orderFailures(condition, read),
    ...numberingFailures(condition, subject),
  ];
}

function arithmeticFailures(condition: Condition, subject: Subject, read: vocabulary.ReadField): Failure[] {
  const { sumOf, productOf, sumOfPart } = condition;
  const failures: Failure[] = [];
  if (sumOf !== undefined && !vocabulary.sumOf(read, sumOf)) {
    const terms = sumOf.plus.join(' + ') + (sumOf.minus ?? []).map((field) => ` - ${field}`).join('');
    const value = decimalText(vocabulary.expectedSum(read, sumOf));
    failures.push(at(sumOf.total, read, expectation('sum', { total: sumOf.total, terms, value, ...within(sumOf) })));
  }
  if (productOf !== undefined && !vocabulary.productOf(read, productOf)) {
    const { product, factors } = productOf;
    const value = decimalText(vocabulary.expectedProduct(read, productOf));
    const expected = expectation('product', { product, factors: factors.join(' * '), value, ...within(productOf) });
    failures.push(at(product, read, expected));
  }
  if (sumOfPart !== undefined) {
    const items = vocabulary.readersOf(subject.read(sumOfPart.part));
    if (!vocabulary.sumOfPart(read, items, sumOfPart)) {
      const value = decimalText(vocabulary.expectedPartSum(items, sumOfPart));
      const terms = `${sumOfPart.part}.${sumOfPart.field}`;
      failures.push(
        at(sumOfPart.total, read, expectation('sum', { total: sumOfPart.total, terms, value, ...within(sumOfPart) })),
      );
    }
  }
  return failures;
}

function quantityFailures({ sumOfQuantities: sum }: Condition, read: vocabulary.ReadField): Failure[] {
  if (sum === undefined || vocabulary.sumOfQuantities(read, sum)) return [];
  const terms = sum.terms.map(({ of, times }) => [...Object.keys(of), ...(times ?? [])].join(' * ')).join(' + ');
  const value = `${rounded(vocabulary.expectedQuantity(read, sum))} ${sum.unit}`;
  return [at(sum.total, read, expectation('sum', { total: sum.total, terms, value }))];
}

function orderFailures(
  { compare, dateOrder, dateSpan, oneOfFields }: Condition,
  read: vocabulary.ReadField,
): Failure[] {
  const failures: Failure[] = [];
  if (compare !== undefined && !vocabulary.compare(read, compare)) {
    failures.push(at(compare.left, read, expectation('comparison', { ...compare, value: read(compare.right) ?? '' })));
  }
  if (dateOrder !== undefined && !vocabulary.dateOrder(read, dateOrder)) {
    const expected = dateOrderExpectation(dateOrder, read(dateOrder.earlier) ?? '');
    failures.push(at(dateOrder.later, read, expected));
  }
  if (dateSpan !== undefined && !vocabulary.dateSpan(read, dateSpan)) {
    const { from, length, to } = dateSpan;
    const value = vocabulary.expectedEnd(read, dateSpan) ?? '';
    failures.push(at(to, read, expectation('date-span', { from, length, value })));
  }
  if (oneOfFields !== undefined && !vocabulary.oneOfFields(read, oneOfFields)) {
    const { field, among } = oneOfFields;
    const values = joinList([...new Set(among.map((other) => read(other)).filter((value) => value !== undefined))]);
    failures.push(at(field, read, expectation('one-of-fields', { field, among: joinList(among), values })));
  }
  return failures;
}

function numberingFailures({ numbered }: Condition, subject: Subject): Failure[] {
  if (numbered === undefined) return [];
  const items = vocabulary.readersOf(subject.read(numbered.part));
  const index = vocabulary.firstMisnumbered(items, numbered.field);
  if (index === undefined) return [];
  const actual = items[index]?.(numbered.field);
  const expected = expectation('numbering', { field: `${numbered.part}.${numbered.field}`, value: String(index + 1) });
  const path = [numbered.part, String(index), numbered.field];
  return [actual === undefined ? { path, expected } : { path, expected, actual }];
}

function at(field: string, read: vocabulary.ReadField, expected: Failure['expected']): Failure {
  const actual = read(field);
  return actual === undefined ? { path: [field], expected } : { path: [field], expected, actual };
}

function within({ tolerance }: { readonly tolerance?: string }): { readonly tolerance?: string } {
  return tolerance === undefined ? {} : { tolerance };
}

/** To a tenth: figures of labels are no finer. */
function rounded(value: vocabulary.Decimal | undefined): string {
  if (value === undefined) return '';
  const { units, scale } = value;
  return scale <= 1 ? vocabulary.formatDecimal(value) : vocabulary.formatDecimal(vocabulary.toScale(units, scale, 1));
}

function decimalText(value: vocabulary.Decimal | undefined): string {
  return value === undefined ? '' : vocabulary.formatDecimal(value);
}
