import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CodeList, TermList } from '../model/codes.js';
import type { Condition } from '../model/condition.js';
import * as vocabulary from '../vocabulary/index.js';

/** The reference back end: ajv with the catalogue's vocabulary. Slow and beyond doubt; every other back end must agree with it. */
export type Reference = { readonly compile: (condition: Condition) => ValidateFunction };

export function createReference(codes: readonly CodeList[], terms: readonly TermList[]): Reference {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: false,
    loopEnum: 1000,
    // A record has no field it does not have itself: `constructor` of every object is no field.
    ownProperties: true,
  });
  // Conditions have no `unevaluated…` keyword, and ajv's notes for them break its own code: a branch that can
  // never hold is left out, and a name it declared is still asked for.
  ajv.opts.unevaluated = false;
  const sets = new Map(codes.map((list) => [list.id, vocabulary.codeSet(list)]));
  const finders = new Map(terms.map((list) => [list.id, vocabulary.termFinder(list)]));
  defineText(ajv, sets, finders);
  defineFields(ajv);
  return { compile: (condition) => ajv.compile(condition) };
}

function defineText(
  ajv: Ajv2020,
  sets: ReadonlyMap<string, ReadonlySet<string>>,
  finders: ReadonlyMap<string, vocabulary.TermFinder>,
): void {
  const text = <Operand>(keyword: string, holds: (value: string, operand: Operand) => boolean): void => {
    ajv.addKeyword({ keyword, type: 'string', validate: (operand: Operand, value: string) => holds(value, operand) });
  };
  text('codeList', (value, list: string) => sets.get(list)?.has(value) ?? false);
  const codesOf = (list: string): ReadonlySet<string> => sets.get(list) ?? new Set();
  text('codeStart', (value, operand: NonNullable<Condition['codeStart']>) =>
    vocabulary.codeStart(value, operand, codesOf),
  );
  text('checkDigit', vocabulary.checkDigit);
  text('decimalDigits', vocabulary.decimalDigits);
  text('decimalRange', vocabulary.decimalRange);
  text('byteLength', vocabulary.byteLength);
  text('dateForm', vocabulary.dateForm);
  text('quantity', vocabulary.quantity);
  text('percentages', vocabulary.percentages);
  ajv.addKeyword({ keyword: 'script', validate: (name: 'Han', value: unknown) => vocabulary.script(value, name) });
  ajv.addKeyword({
    keyword: 'forbidTerms',
    validate: (list: string, value: unknown) => {
      const finder = finders.get(list);
      return finder !== undefined && vocabulary.forbidTerms(value, finder);
    },
  });
}

function defineFields(ajv: Ajv2020): void {
  const object = <Operand>(
    keyword: string,
    holds: (read: vocabulary.ReadField, operand: Operand, value: object) => boolean,
  ): void => {
    ajv.addKeyword({
      keyword,
      type: 'object',
      validate: (operand: Operand, value: object) =>
        holds((field) => vocabulary.textOf(vocabulary.own(value, field)), operand, value),
    });
  };
  object('sumOf', vocabulary.sumOf);
  object('productOf', vocabulary.productOf);
  object('sumOfQuantities', vocabulary.sumOfQuantities);
  object('dateSpan', vocabulary.dateSpan);
  object('compare', vocabulary.compare);
  object('dateOrder', vocabulary.dateOrder);
  object('oneOfFields', vocabulary.oneOfFields);
  object('sumOfPart', (read, operand: { total: string; part: string; field: string }, value) =>
    vocabulary.sumOfPart(read, vocabulary.readersOf(vocabulary.own(value, operand.part)), operand),
  );
  object('numbered', (_read, operand: { part: string; field: string }, value) =>
    vocabulary.numbered(vocabulary.readersOf(vocabulary.own(value, operand.part)), operand),
  );
}
