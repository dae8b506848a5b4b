import type { Plain } from '../json-shape.js';

/** Names used in the statement. Given inline, so that nobody has to fetch anything to read it. */
export const context: Plain = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  borderlint: 'urn:borderlint:earl:',
  title: 'dct:title',
  description: 'dct:description',
  identifier: 'dct:identifier',
  version: 'dct:hasVersion',
  isPartOf: { '@id': 'dct:isPartOf', '@type': '@id' },
  hasPart: { '@id': 'dct:hasPart', '@container': '@set' },
  assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
  subject: { '@id': 'earl:subject', '@type': '@id' },
  test: { '@id': 'earl:test', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  result: 'earl:result',
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
  info: 'earl:info',
};

export const ids = {
  assertor: 'urn:borderlint:assertor',
  subject: 'urn:borderlint:subject',
  run: 'urn:borderlint:run',
} as const;

/** The test a standard is. */
export function standardId(slug: string): string {
  return `urn:borderlint:standard:${encodeURIComponent(wellFormed(slug))}`;
}

/** The test a clause is. */
export function clauseId(slug: string, ref: string): string {
  return `${standardId(slug)}#${encodeURIComponent(wellFormed(ref))}`;
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
