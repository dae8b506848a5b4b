import type { Condition } from '../model/condition.js';
import { longestDecimal } from '../vocabulary/decimals.js';

/** A condition any JSON Schema validator can judge as far as plain JSON Schema reaches. */
export type LoweredCondition = Condition & { readonly $ref?: string };

/**
 * Puts plain JSON Schema beside (or in place of) vocabulary keywords: code lists become references to enumerations,
 * digits of decimals and forms of dates become patterns. What plain schema cannot say stays as the vocabulary's keyword.
 * @param lists receives the ids of the code lists referred to
 */
export function lowerCondition(condition: Condition, lists: Set<string>): LoweredCondition {
  const { codeList, decimalDigits, dateForm, ...rest } = condition;
  const lowered: LoweredCondition[] = [];
  if (codeList !== undefined) {
    lists.add(codeList);
    lowered.push({ $ref: `#/$defs/codes.${codeList}` });
  }
  if (decimalDigits !== undefined) lowered.push({ pattern: decimalPattern(decimalDigits), maxLength: longestDecimal });
  if (dateForm !== undefined) lowered.push({ pattern: datePatterns[dateForm], dateForm });
  const inner = lowerInside(rest, lists);
  if (lowered.length === 0) return inner;
  return Object.keys(inner).length === 0 && lowered.length === 1 && lowered[0] !== undefined
    ? lowered[0]
    : { ...inner, allOf: [...(inner.allOf ?? []), ...lowered] };
}

function lowerInside(condition: Condition, lists: Set<string>): Condition {
  const one = (inner: Condition): Condition => lowerCondition(inner, lists);
  const entries = Object.entries(condition).map(([keyword, operand]): [string, unknown] => {
    switch (keyword) {
      case 'properties':
        return [
          keyword,
          Object.fromEntries(Object.entries(condition.properties ?? {}).map(([field, inner]) => [field, one(inner)])),
        ];
      case 'allOf':
        return [keyword, condition.allOf?.map(one)];
      case 'anyOf':
        return [keyword, condition.anyOf?.map(one)];
      case 'not':
      case 'if':
      case 'then':
      case 'else':
      case 'items':
      case 'contains': {
        const inner = condition[keyword];
        return [keyword, inner === undefined ? inner : one(inner)];
      }
      default:
        return [keyword, operand];
    }
  });
  return Object.fromEntries(entries);
}

/** At most `total` digits, at most `fraction` after the point, leading and trailing zeros free: one alternative per length of the whole part. */
export function decimalPattern({ total, fraction }: NonNullable<Condition['decimalDigits']>): string {
  const most = Math.min(fraction, total);
  const longest = total - most;
  const fractions = (digits: number): string => (digits === 0 ? '(?:\\.0*)?' : `(?:\\.[0-9]{0,${digits}}0*)?`);
  const shorter = `0*[0-9]{0,${longest}}${fractions(most)}`;
  const longer = Array.from({ length: most }, (_, i) => `0*[0-9]{${longest + i + 1}}${fractions(most - i - 1)}`);
  return `^[+-]?(?=\\.?[0-9])(?:${[shorter, ...longer].join('|')})$`;
}

const datePatterns = {
  yyyyMMdd: '^[0-9]{8}$',
  yyyyMMddHHmmss: '^[0-9]{14}$',
  yyyyMMddHHmmssSSS: '^[0-9]{17}$',
  'yyyy-MM-dd': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  'yyyy-MM-ddTHH:mm:ss':
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?$',
} as const;
