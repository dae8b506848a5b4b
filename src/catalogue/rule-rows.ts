import type { Applicability, Evidence, Rule, Severity } from '../model/standard.js';

/**
 * What every run needs of the rules, as rows: a catalogue has thousands of rules with a handful of applicabilities, and
 * a run that asks five of them should not pay for spelling all of them out.
 */
export type RuleRows = {
  readonly standards: readonly string[];
  readonly applies: readonly Applicability[];
  readonly rows: readonly RuleRow[];
};

/** Name below the standard's slug; standard, evidence, severity and applicability by number; the rest where there is any. */
type RuleRow = readonly [
  name: string,
  standard: number,
  evidence: number,
  severity: number,
  applies: number,
  rest?: Partial<Pick<Rule, (typeof restNames)[number]>>,
];

/** The members of a rule that its row holds; `view` is left out where it is canonical. */
export type RuleHead = Pick<Rule, 'id' | 'standard' | 'evidence' | 'severity' | 'applies' | (typeof restNames)[number]>;

const restNames = ['part', 'envelope', 'effective', 'view'] as const;
export const ruleHeadNames = ['id', 'standard', 'evidence', 'severity', 'applies', ...restNames] as const;

const evidences: readonly Evidence[] = ['text', 'implementation', 'summary', 'metadata', 'recalled'];
const severities: readonly Severity[] = ['error', 'warning', 'advice'];

export function toRows(rules: readonly Rule[]): RuleRows {
  const standards = numbering<string>((slug) => slug);
  const applies = numbering<Applicability>((value) => JSON.stringify(value));
  const rows = rules.map((rule): RuleRow => {
    const held = restNames.flatMap((name) => (rule[name] === undefined ? [] : [[name, rule[name]] as const]));
    const rest = Object.fromEntries(held.filter(([, value]) => value !== 'canonical'));
    const head = [
      rule.id.slice(rule.standard.length + 1),
      standards.number(rule.standard),
      evidences.indexOf(rule.evidence),
      severities.indexOf(rule.severity),
      applies.number(rule.applies),
    ] as const;
    return Object.keys(rest).length === 0 ? head : [...head, rest];
  });
  return { standards: standards.values, applies: applies.values, rows };
}

export function fromRows({ standards, applies, rows }: RuleRows): RuleHead[] {
  return rows.map(([name, standardNumber, evidence, severity, appliesNumber, rest]) => {
    const standard = standards[standardNumber] ?? '';
    return {
      id: `${standard}/${name}`,
      standard,
      evidence: evidences[evidence] ?? 'recalled',
      severity: severities[severity] ?? 'advice',
      applies: applies[appliesNumber] ?? { documents: [] },
      view: 'canonical',
      ...rest,
    };
  });
}

/** Gives equal values one number, in the order they come. */
function numbering<Value>(keyOf: (value: Value) => string): {
  readonly number: (value: Value) => number;
  readonly values: readonly Value[];
} {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    number: (value) => {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
