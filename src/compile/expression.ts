import type { Condition, Json } from '../model/condition.js';

const textKeywords = [
  'checkDigit',
  'decimalDigits',
  'decimalRange',
  'byteLength',
  'dateForm',
  'quantity',
  'percentages',
] as const;

const fieldKeywords = [
  'sumOf',
  'productOf',
  'sumOfQuantities',
  'compare',
  'dateOrder',
  'dateSpan',
  'oneOfFields',
] as const;

/** Where a value is: an expression, and how its fields are read. */
export type Target = {
  readonly value: string;
  /** Expression for a field of the value; by default the value's own member. */
  readonly field?: (name: string) => string;
  /** The value is known to be an object (a record or an item). */
  readonly object?: boolean;
};

/**
 * Turns conditions into JavaScript boolean expressions. What an expression needs beyond its value
 * (regular expressions, sets, operands) is hoisted into constants of the module, made once.
 */
export class ExpressionWriter {
  readonly #constants = new Map<string, string>();
  #variables = 0;

  /** `const k0 = …;` lines for everything hoisted so far. */
  constants(): string[] {
    return [...this.#constants].map(([code, name]) => `const ${name} = ${code};`);
  }

  /** An expression that is true when the condition holds for the target's value. */
  write(condition: Condition, target: Target): string {
    const terms = [
      ...this.#scalar(condition, target.value),
      ...this.#text(condition, target.value),
      ...this.#list(condition, target.value),
      ...this.#object(condition, target),
      ...this.#fields(condition, target),
      ...this.#logic(condition, target),
    ].filter((term) => term !== 'true');
    if (terms.length === 0) return 'true';
    return terms.length === 1 ? (terms[0] ?? 'true') : `(${terms.join(' && ')})`;
  }

  #hoist(code: string): string {
    const name = this.#constants.get(code) ?? `k${this.#constants.size}`;
    this.#constants.set(code, name);
    return name;
  }

  #scalar(condition: Condition, value: string): string[] {
    const terms: string[] = [];
    if (condition.type !== undefined) terms.push(typeTest(condition.type, value));
    if (condition.const !== undefined) terms.push(this.#equals(value, condition.const));
    if (condition.enum !== undefined) terms.push(this.#among(value, condition.enum));
    return terms;
  }

  /** Keywords that only speak of strings: anything else passes, as in JSON Schema. */
  #text(condition: Condition, value: string): string[] {
    const tests: string[] = [];
    if (condition.pattern !== undefined) {
      tests.push(`${this.#hoist(`new RegExp(${JSON.stringify(condition.pattern)}, 'u')`)}.test(${value})`);
    }
    const { minLength, maxLength } = condition;
    if (minLength !== undefined) tests.push(`V.atLeastCharacters(${value}, ${numeral(minLength)})`);
    if (maxLength !== undefined) tests.push(`V.atMostCharacters(${value}, ${numeral(maxLength)})`);
    if (condition.codeList !== undefined) {
      tests.push(`${this.#hoist(`E.codes(${JSON.stringify(condition.codeList)})`)}.has(${value})`);
    }
    if (condition.codeStart !== undefined) {
      // Long lists are read only where a value comes to be looked up.
      tests.push(`V.codeStart(${value}, ${this.#operand(condition.codeStart)}, E.codes)`);
    }
    for (const keyword of textKeywords) {
      const operand = condition[keyword];
      if (operand !== undefined) tests.push(`V.${keyword}(${value}, ${this.#operand(operand)})`);
    }
    if (tests.length === 0) return [];
    return [`(typeof ${value} !== 'string' || (${tests.join(' && ')}))`];
  }

  #list(condition: Condition, value: string): string[] {
    const tests: string[] = [];
    if (condition.minItems !== undefined) tests.push(`${value}.length >= ${numeral(condition.minItems)}`);
    if (condition.maxItems !== undefined) tests.push(`${value}.length <= ${numeral(condition.maxItems)}`);
    if (condition.uniqueItems === true) tests.push(`V.uniqueItems(${value})`);
    if (condition.items !== undefined) tests.push(this.#every(value, condition.items, 'every'));
    if (condition.contains !== undefined) tests.push(this.#every(value, condition.contains, 'some'));
    return tests.length === 0 ? [] : [`(!Array.isArray(${value}) || (${tests.join(' && ')}))`];
  }

  #every(value: string, condition: Condition, method: 'every' | 'some'): string {
    const item = `v${this.#variables++}`;
    return `${value}.${method}((${item}) => ${this.write(condition, { value: item })})`;
  }

  #object(condition: Condition, target: Target): string[] {
    const tests = [
      ...(condition.required ?? []).map((name) => `${fieldOf(target, name)} !== undefined`),
      ...Object.entries(condition.properties ?? {}).map(([name, inner]) => {
        const field = fieldOf(target, name);
        const test = this.write(inner, { value: field });
        return test === 'true' ? test : `(${field} === undefined || ${test})`;
      }),
    ].filter((test) => test !== 'true');
    return guarded(tests, target);
  }

  /** Vocabulary keywords that speak of several fields of an object, or of a text in any language. */
  #fields(condition: Condition, target: Target): string[] {
    const { value } = target;
    const read = `(f) => V.textOf(${target.field === undefined ? `${value}[f]` : this.#dynamicField(target)})`;
    const tests: string[] = [];
    for (const keyword of fieldKeywords) {
      const operand = condition[keyword];
      if (operand !== undefined) tests.push(`V.${keyword}(${read}, ${this.#operand(operand)})`);
    }
    if (condition.sumOfPart !== undefined) {
      const part = fieldOf(target, condition.sumOfPart.part);
      tests.push(`V.sumOfPart(${read}, V.readersOf(${part}), ${this.#operand(condition.sumOfPart)})`);
    }
    if (condition.numbered !== undefined) {
      const part = fieldOf(target, condition.numbered.part);
      tests.push(`V.numbered(V.readersOf(${part}), ${this.#operand(condition.numbered)})`);
    }
    const terms = guarded(tests, target);
    if (condition.script !== undefined) terms.push(`V.script(${value}, ${JSON.stringify(condition.script)})`);
    if (condition.forbidTerms !== undefined) {
      terms.push(`V.forbidTerms(${value}, ${this.#hoist(`E.terms(${JSON.stringify(condition.forbidTerms)})`)})`);
    }
    return terms;
  }

  /** The cross-field keywords name their fields at run time, so the target's own choice is asked per field. */
  #dynamicField(target: Target): string {
    return `F(f, ${target.value}, r)`;
  }

  #logic(condition: Condition, target: Target): string[] {
    const terms = (condition.allOf ?? []).map((inner) => this.write(inner, target));
    if (condition.anyOf !== undefined) {
      terms.push(`(${condition.anyOf.map((inner) => this.write(inner, target)).join(' || ') || 'false'})`);
    }
    if (condition.not !== undefined) terms.push(`!(${this.write(condition.not, target)})`);
    if (condition.if !== undefined) {
      const yes = condition.then === undefined ? 'true' : this.write(condition.then, target);
      const no = condition.else === undefined ? 'true' : this.write(condition.else, target);
      terms.push(`(${this.write(condition.if, target)} ? ${yes} : ${no})`);
    }
    return terms;
  }

  #equals(value: string, constant: Json): string {
    if (typeof constant === 'object' && constant !== null) return `V.sameJson(${value}, ${this.#operand(constant)})`;
    return `${value} === ${JSON.stringify(constant)}`;
  }

  #among(value: string, values: readonly Json[]): string {
    const plain = values.every((constant) => typeof constant !== 'object' || constant === null);
    if (!plain || values.length <= 4) {
      return `(${values.map((constant) => this.#equals(value, constant)).join(' || ') || 'false'})`;
    }
    return `${this.#hoist(`new Set(${JSON.stringify(values)})`)}.has(${value})`;
  }

  /** Objects are parsed from text: in an object literal of code, `__proto__` would mean something else. */
  #operand(operand: Json): string {
    const text = JSON.stringify(operand);
    return typeof operand === 'object' ? this.#hoist(`JSON.parse(${JSON.stringify(text)})`) : text;
  }
}

/** Reads a member of an object. A name every object inherits is read only where the object has it itself. */
export function memberOf(value: string, name: string): string {
  const key = JSON.stringify(name);
  return name in Object.prototype ? `V.own(${value}, ${key})` : `${value}[${key}]`;
}

export function fieldOf(target: Target, name: string): string {
  return target.field?.(name) ?? memberOf(target.value, name);
}

/** Numbers reach the code as numbers, whatever a catalogue that was never linted holds. */
function numeral(value: number): string {
  return String(Number(value));
}

function guarded(tests: readonly string[], target: Target): string[] {
  if (tests.length === 0) return [];
  if (target.object === true) return [...tests];
  const { value } = target;
  return [`(typeof ${value} !== 'object' || ${value} === null || Array.isArray(${value}) || (${tests.join(' && ')}))`];
}

function typeTest(type: NonNullable<Condition['type']>, value: string): string {
  switch (type) {
    case 'array':
      return `Array.isArray(${value})`;
    case 'object':
      return `(typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value}))`;
    case 'integer':
      return `Number.isInteger(${value})`;
    default:
      return `typeof ${value} === ${JSON.stringify(type)}`;
  }
}
