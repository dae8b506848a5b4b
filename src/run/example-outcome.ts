import type { DocumentKind } from '../model/document.js';
import type { Format } from '../model/format.js';

/** How one rule judged one of its examples. */
export type ExampleOutcome = {
  readonly rule: string;
  readonly kind: 'pass' | 'fail' | 'knownGap';
  /** 0-based among the rule's examples of that kind. */
  readonly index: number;
  readonly judged: Judgement;
  /** What the reference validator says of the same record. */
  readonly reference: Judgement;
  readonly good: boolean;
};

export type Judgement = 'pass' | 'fail' | 'not-applicable' | 'lacked-input' | 'broke-down';

/** The format examples are read from: one that has everything. */
export function exampleFormat(document: DocumentKind): Format {
  return {
    id: 'example',
    title: {},
    document: document.id,
    container: 'json',
    evidence: 'text',
    sources: [],
    recognise: {},
    signs: { required: [], scored: [], minimum: 0, without: [] },
    columns: [],
  };
}
