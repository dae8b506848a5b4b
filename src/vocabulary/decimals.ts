/**
 * Exact decimals written as text, as XML Schema writes them: an optional sign, digits, an optional point.
 * No exponent, no thousands separators. Binary floating point never touches an amount.
 */
export type Decimal = { readonly units: bigint; readonly scale: number };

const form = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Longer texts are taken for no decimal: arithmetic on a million digits is nobody's price. */
export const longestDecimal = 200;

/** The decimal this text writes, or undefined when it writes none. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longestDecimal || !form.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), scale: 0 };
  const fraction = text.slice(point + 1).replace(/0+$/, '');
  const digits = text.slice(0, point) + fraction;
  const unsigned = digits.replace(/^[+-]/, '') || '0';
  const units = BigInt(unsigned);
  return { units: text.startsWith('-') ? -units : units, scale: fraction.length };
}

/** Plain notation without trailing zeros: `12.5`, `-0.05`, `300`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: atScale(a, scale) + atScale(b, scale), scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { units: -b.units, scale: b.scale });
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether a and b differ by at most this tolerance. */
export function decimalsAgree(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  const { units, scale } = subtractDecimals(a, b);
  return compareDecimals({ units: units < 0n ? -units : units, scale }, tolerance) <= 0;
}

/**
 * Whether the text is a decimal of at most `total` digits, at most `fraction` of them after the point.
 * Leading zeros and trailing zeros of the fraction do not count, as in XML Schema's totalDigits and fractionDigits.
 */
export function hasDecimalDigits(text: string, total: number, fraction: number): boolean {
  if (text.length > longestDecimal || !form.test(text)) return false;
  const unsigned = text.replace(/^[+-]/, '');
  const point = unsigned.indexOf('.');
  const whole = (point < 0 ? unsigned : unsigned.slice(0, point)).replace(/^0+/, '');
  const decimals = point < 0 ? '' : unsigned.slice(point + 1).replace(/0+$/, '');
  return decimals.length <= fraction && whole.length + decimals.length <= total;
}

/** Rounded half up to `wanted` digits after the point. */
export function toScale(units: bigint, scale: number, wanted: number): Decimal {
  const unit = 10n ** BigInt(scale - wanted);
  return { units: (units + (units < 0n ? -unit : unit) / 2n) / unit, scale: wanted };
}

function atScale({ units, scale }: Decimal, wanted: number): bigint {
  return scale === wanted ? units : units * 10n ** BigInt(wanted - scale);
}
