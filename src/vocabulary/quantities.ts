import type { VocabularyKeywords } from '../model/condition.js';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
} from './decimals.js';

/** Units by kind: how many of the kind's first unit one of them is. Letter case does not count. */
const kinds = [
  {
    g: '1',
    kg: '1000',
    mg: '0.001',
    μg: '0.000001',
    克: '1',
    千克: '1000',
    公斤: '1000',
    毫克: '0.001',
    微克: '0.000001',
  },
  { mL: '1', L: '1000', 毫升: '1', 升: '1000' },
  { mm: '1', cm: '10', m: '1000', 毫米: '1', 厘米: '10', 米: '1000' },
  { kJ: '1', kcal: '4.184', 千焦: '1', 千卡: '4.184', 大卡: '4.184' },
  { V: '1', kV: '1000', mV: '0.001', 伏: '1', 伏特: '1' },
  { W: '1', kW: '1000', 瓦: '1', 千瓦: '1000' },
  { mAh: '1', Ah: '1000', 毫安时: '1', 安时: '1000' },
  { Wh: '1', kWh: '1000', 瓦时: '1', 千瓦时: '1000' },
  { 'mg/kg': '1', 'g/kg': '1000', 'μg/kg': '0.001', ppm: '1' },
  { 'mg/m3': '1', 'μg/m3': '0.001', '毫克/立方米': '1' },
  { 'mg/g': '1', '毫克/克': '1' },
  { 'mg/m2': '1' },
  { '%': '1', '‰': '0.1' },
  { 'km/h': '1', '公里/小时': '1', '千米/小时': '1' },
] as const;

const units: ReadonlyMap<string, { readonly kind: number; readonly size: Decimal }> = new Map(
  kinds.flatMap((kind, index) =>
    Object.entries(kind).map(([name, size]) => [
      name.toLowerCase(),
      { kind: index, size: parseDecimal(size) ?? none() },
    ]),
  ),
);

/** Names a `unit` operand may have: the first of each kind and its multiples. */
export const unitNames: readonly string[] = kinds.flatMap((kind) => Object.keys(kind));

/** An amount, or a range of amounts; `low` is `high` where one figure is given. */
export type Quantity = { readonly low: Decimal; readonly high: Decimal };

const figure = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)`;
const mark = '(?:约|≈|~|[≤≥<>]=?|不超过|不大于|小于)?';
const single = new RegExp(`^${mark}\\s*${figure}\\s*([^\\d\\s].*)?$`, 'u');
const range = new RegExp(`^${figure}\\s*([^\\d\\s]*?)\\s*(?:-|–|—|~|至|到)\\s*${figure}\\s*([^\\d\\s].*)?$`, 'u');

/**
 * The amount this text states, in `unit`: a figure and a unit of the same kind (`0.5 kg` is 500 g), a mark such as ≤ before
 * it, or two figures with a dash between them. A figure without a unit is taken in `unit`. Undefined for any other text.
 */
export function parseQuantity(text: string, unit: string): Quantity | undefined {
  if (text.length > 80) return undefined;
  const plain = text.normalize('NFKC').trim();
  const alone = single.exec(plain);
  const amount = alone === null ? undefined : inUnit(alone[1], alone[2], unit);
  if (amount !== undefined) return { low: amount, high: amount };
  const two = range.exec(plain);
  if (two === null) return undefined;
  const high = inUnit(two[3], two[4], unit);
  const low = inUnit(two[1], two[2] === '' ? two[4] : two[2], unit);
  return low === undefined || high === undefined ? undefined : { low, high };
}

function inUnit(digits: string | undefined, name: string | undefined, unit: string): Decimal | undefined {
  const amount = digits === undefined ? undefined : parseDecimal(digits.replaceAll(',', ''));
  if (amount === undefined || name === undefined) return amount;
  const written = units.get(name.trim().toLowerCase());
  const wanted = units.get(unit.toLowerCase());
  if (written === undefined || wanted === undefined || written.kind !== wanted.kind) return undefined;
  return divide(multiplyDecimals(amount, written.size), wanted.size);
}

/** Exact: sizes of units are powers of ten, but for kilocalories, in which no rule measures. */
function divide(a: Decimal, b: Decimal): Decimal {
  const scale = 12;
  return { units: (a.units * 10n ** BigInt(scale + b.scale)) / b.units, scale: a.scale + scale };
}

/** Text that states no amount of this kind passes. Of a range both ends count. */
export function quantity(value: string, operand: NonNullable<VocabularyKeywords['quantity']>): boolean {
  const found = parseQuantity(value, operand.unit);
  return found === undefined || brokenBound(found, operand) === undefined;
}

/** The bound the amount breaks. */
export function brokenBound(
  { low, high }: Quantity,
  { min, max, above, below }: NonNullable<VocabularyKeywords['quantity']>,
): 'min' | 'max' | 'above' | 'below' | undefined {
  const sign = (amount: Decimal, bound: string): number => compareDecimals(amount, parseDecimal(bound) ?? none());
  if (min !== undefined && sign(low, min) < 0) return 'min';
  if (above !== undefined && sign(low, above) <= 0) return 'above';
  if (max !== undefined && sign(high, max) > 0) return 'max';
  if (below !== undefined && sign(high, below) >= 0) return 'below';
  return undefined;
}

type Read = (field: string) => string | undefined;
type Formula = NonNullable<VocabularyKeywords['sumOfQuantities']>;

/** Passes where the total or any term is absent or states no amount, or states a range. */
export function sumOfQuantities(read: Read, operand: Formula): boolean {
  const total = amountAt(read, operand.total, operand.unit);
  const expected = expectedQuantity(read, operand);
  if (total === undefined || expected === undefined) return true;
  const { units: gap, scale } = subtractDecimals(total, expected);
  const distance = { units: gap < 0n ? -gap : gap, scale };
  const share = operand.share === undefined ? undefined : parseDecimal(operand.share);
  const allowed = addDecimals(
    (operand.tolerance === undefined ? undefined : parseDecimal(operand.tolerance)) ?? none(),
    share === undefined ? none() : multiplyDecimals(expected, share),
  );
  return compareDecimals(distance, allowed) <= 0;
}

/** What the terms come to, in the total's unit. */
export function expectedQuantity(read: Read, { terms }: Formula): Decimal | undefined {
  let sum = none();
  for (const { of, times } of terms) {
    let product: Decimal = (times === undefined ? undefined : parseDecimal(times)) ?? { units: 1n, scale: 0 };
    for (const [field, unit] of Object.entries(of)) {
      const amount = amountAt(read, field, unit);
      if (amount === undefined) return undefined;
      product = multiplyDecimals(product, amount);
    }
    sum = addDecimals(sum, product);
  }
  return sum;
}

/** The fields a sum of quantities speaks of. */
export function quantityFields({ total, terms }: Formula): readonly string[] {
  return [total, ...terms.flatMap(({ of }) => Object.keys(of))];
}

function amountAt(read: Read, field: string, unit: string): Decimal | undefined {
  const text = read(field);
  const found = text === undefined ? undefined : parseQuantity(text, unit);
  return found === undefined || compareDecimals(found.low, found.high) !== 0 ? undefined : found.low;
}

/**
 * Whether the percentages of the text, in the order they stand, fall into groups of `total` each: “60% wool 40% silk,
 * lining 100% silk”. Text without percentages passes.
 */
export function percentages(value: string, operand: NonNullable<VocabularyKeywords['percentages']>): boolean {
  return unfinishedShares(value, operand) === undefined;
}

/** What the first group that is not complete comes to. */
export function unfinishedShares(
  value: string,
  { total, tolerance }: NonNullable<VocabularyKeywords['percentages']>,
): Decimal | undefined {
  const whole = parseDecimal(total) ?? none();
  const slack = (tolerance === undefined ? undefined : parseDecimal(tolerance)) ?? none();
  let sum = none();
  for (const [, figures = ''] of value.normalize('NFKC').matchAll(/(\d+(?:\.\d+)?)\s*%/gu)) {
    sum = addDecimals(sum, parseDecimal(figures) ?? none());
    const over = subtractDecimals(sum, whole);
    if (compareDecimals(over, slack) > 0) return sum;
    if (compareDecimals({ units: -over.units, scale: over.scale }, slack) <= 0) sum = none();
  }
  return sum.units === 0n ? undefined : sum;
}

function none(): Decimal {
  return { units: 0n, scale: 0 };
}
