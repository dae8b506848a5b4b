import type { Expectation } from '../model/finding.js';
import type { StructureBreach } from '../model/format.js';
import type { XmlElement } from '../model/record.js';

/** A breach of a message's shape, at an element. */
export type Misshape = {
  readonly breach: StructureBreach;
  readonly element: XmlElement;
  readonly expected: Expectation;
  readonly actual?: string;
};
