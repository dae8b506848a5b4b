import type { Field } from '../../model/document.js';
import type { Candidate, Look, Reason, SampledColumn } from '../../model/proposal.js';
import { type MappableField, quantityOf } from '../fields.js';
import { readOf, unitOf } from './column-reading.js';
import { fitOf } from './expected-looks.js';
import { namesOfColumn } from './heading-names.js';
import type { Looks } from './looks.js';
import type { NameIndex } from './names.js';

/** What the fields of one document kind are known by. */
export type Knowledge = {
  readonly index: NameIndex;
  /** By path; without those of a part for which the record itself stands, where the record has them too. */
  readonly fields: ReadonlyMap<string, MappableField>;
  /** Those left out, by the path of the record's own: in JSON a list may hold them. */
  readonly inLists: ReadonlyMap<string, MappableField>;
};

/** A number whose unit nobody says is for the user to settle. */
const unsaidUnit = 0.65;

/** The fields a column may be, the best first: by its heading, borne out or gainsaid by its values; else by values alone. */
export function candidatesOf(column: SampledColumn, looks: Looks, knowledge: Knowledge): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const offer = (candidate: Candidate): void => {
    const held = found.get(candidate.field);
    if (held === undefined || held.confidence < candidate.confidence) found.set(candidate.field, candidate);
  };
  for (const named of namesOfColumn(column, knowledge.index)) {
    const total = [...named.votes.values()].reduce((sum, weight) => sum + weight, 0);
    for (const [path, weight] of named.votes) {
      const target = targetAt(path, column, knowledge);
      if (target === undefined || !reachable(column, target)) continue;
      if (named.language !== undefined && target.field.type !== 'localized') continue;
      const byName = named.factor * strength(weight) * Math.sqrt(weight / total);
      const candidate = judged(column, target, looks, byName, { id: named.reason, values: { name: named.name } });
      offer(named.language === undefined ? candidate : { ...candidate, field: `${candidate.field}@${named.language}` });
    }
  }
  for (const { path, look, confidence } of byLooks(looks, knowledge)) {
    const target = targetAt(path, column, knowledge);
    if (target === undefined || !reachable(column, target)) continue;
    offer({ field: target.path, confidence, reasons: [lookReason(look)] });
  }
  return [...found.values()]
    .map((one) => ({ ...one, confidence: Math.round(one.confidence * 100) / 100 }))
    .sort((a, b) => b.confidence - a.confidence || (a.field < b.field ? -1 : 1))
    .slice(0, 3);
}

/** The field a name stands for, as this column can reach it. */
function targetAt(
  path: string,
  { list = '' }: SampledColumn,
  { fields, inLists }: Knowledge,
): MappableField | undefined {
  return (list === '' ? undefined : inLists.get(path)) ?? fields.get(path);
}

/** What the heading says, with what the values say to it. */
function judged(
  column: SampledColumn,
  { path, field }: MappableField,
  looks: Looks,
  byName: number,
  reason: Reason,
): Candidate {
  const { factor, gain, look } = fitOf(field, looks);
  const confidence = byName * factor + (1 - byName * factor) * gain * (factor === 1 ? 1 : 0);
  const { unit, named } = unitOf(column.name, field, looks);
  const reasons: Reason[] = [reason];
  if (look !== undefined) reasons.push(lookReason(look));
  else if (factor < 1) reasons.push({ id: 'values-other', values: {} });
  if (unit !== undefined) reasons.push({ id: named === true ? 'unit' : 'no-unit', values: { unit } });
  const most = named === false ? unsaidUnit : 0.99;
  return {
    field: path,
    confidence: Math.min(most, confidence),
    reasons,
    ...(unit !== undefined && { unit }),
    ...readOf(field, looks),
  };
}

/** One use makes a name likely, more make it sure; one that is only remembered makes it possible. */
function strength(weight: number): number {
  return weight >= 1 ? 0.97 - 0.15 / weight : 0.82 * weight ** 0.35;
}

/** Fields that values give away without any heading. */
function byLooks(looks: Looks, { fields }: Knowledge): readonly { path: string; look: Look; confidence: number }[] {
  if (looks.count < 3) return [];
  const of = (test: (field: Field) => boolean): readonly string[] =>
    [...fields.values()].filter(({ field }) => test(field)).map(({ path }) => path);
  const guess = (look: Look, least: number, paths: readonly string[], confidence: number) =>
    looks.share[look] >= least && paths.length > 0
      ? paths.map((path) => ({ path, look, confidence: paths.length === 1 ? confidence : confidence * 0.7 }))
      : [];
  const plain = paths(fields);
  return [
    ...guess('gtin', 0.9, looks.distinct >= 3 ? plain('gtin') : [], 0.85),
    ...guess('currency', 0.95, first(plain('priceCurrency'), plain('currency')), 0.75),
    ...guess(
      'country',
      0.95,
      of(({ id, type }) => type === 'code' && /country$/i.test(id)),
      0.75,
    ),
    ...guess('hs-code', 0.95, looks.share.gtin < 0.5 ? plain('hsCode') : [], 0.5),
    ...guess('image', 0.9, plain('images'), 0.8),
    ...guess('link', 0.9, looks.share.image < 0.5 ? plain('link') : [], 0.5),
    ...guess(
      'weight',
      0.9,
      of((field) => quantityOf(field) === 'weight'),
      0.75,
    ),
  ].sort((a, b) => b.confidence - a.confidence);
}

function paths(fields: Knowledge['fields']): (id: string) => readonly string[] {
  return (id) =>
    [...fields.values()]
      .filter(({ field }) => field.id === id)
      .map(({ path }) => path)
      .slice(0, 1);
}

function first(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function lookReason(look: Look): Reason {
  return { id: 'values', values: { look } };
}

/** In JSON the items of a part are those of one list at the top, and a list of objects fills nothing else than a part or a list. */
function reachable({ list }: SampledColumn, { part, field }: MappableField): boolean {
  if (list === undefined) return true;
  if (list === '') return part === undefined;
  return list.includes('.') ? false : part !== undefined || field.type === 'list';
}
