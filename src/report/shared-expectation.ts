import type { Expectation } from '../model/finding.js';

/** What several findings expect in common, and what to show beside each of them. */
export type SharedExpectation = {
  readonly expectation: Expectation;
  /** The values in which this one differs: `→ 2`. Empty where nothing worth showing differs. */
  readonly hint: (own: Expectation['values']) => string;
};

/** Values that may differ from finding to finding while the sentence stays one. Those worth a hint are `true`. */
const perFinding: { readonly [name: string]: boolean } = {
  here: false,
  right: true,
  nearest: true,
  restored: true,
  name: false,
  'name@en': false,
  'name@zh-CN': false,
  'name@fr': false,
  value: true,
  values: true,
  first: false,
  repeated: true,
  term: true,
};

/** Values that a template cannot do without stay as an ellipsis. */
const kept = new Set(['value', 'term']);

/** Undefined where the findings expect different things. */
export function sharedExpectation(all: readonly Expectation[]): SharedExpectation | undefined {
  const [first] = all;
  if (first === undefined || all.some((one) => one.id !== first.id)) return undefined;
  const names = new Set(all.flatMap((one) => Object.keys(one.values)));
  const differing = [...names].filter((name) => all.some((one) => one.values[name] !== first.values[name]));
  const loose =
    differing.every((name) => Object.hasOwn(perFinding, name)) &&
    !(first.id === 'one-of' && differing.includes('values'));
  if (!loose) return undefined;
  const values: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(first.values)) {
    if (!differing.includes(name)) values[name] = value;
  }
  for (const name of differing) {
    if (kept.has(name) || all.every((one) => hasGuess(one, name))) values[name] = '…';
  }
  const hints = differing.filter((name) => perFinding[name] === true);
  return {
    expectation: { id: first.id, values },
    hint: (own) => hints.flatMap((name) => hintsOf(own, name)).join(', '),
  };
}

/** What stood there once is said of all where it can be said of all. */
function hasGuess({ values }: Expectation, name: string): boolean {
  return name === 'restored' && values[name] !== undefined;
}

/** A guess looks like one. */
function hintsOf(own: Expectation['values'], name: string): readonly string[] {
  const values = own[name]?.split('\n') ?? [];
  return name === 'restored' ? values.map((value) => `${value}?`) : values;
}
