import type { CatalogueFault } from '../../model/catalogue.js';
import type { LinkedStandard } from '../linked.js';
import { faultAt, type Lint } from './context.js';

/** Editions name each other, and no day falls under two of them. */
export const editions: Lint = function* ({ standards }) {
  const byNumber = new Map(standards.map((linked) => [linked.standard.number, linked]));
  for (const linked of standards) {
    yield* oneSided(linked, byNumber, 'supersedes', 'supersededBy');
    yield* oneSided(linked, byNumber, 'supersededBy', 'supersedes');
    for (const number of linked.standard.supersededBy) {
      const later = byNumber.get(number);
      if (later !== undefined) yield* overlapping(linked, later);
    }
  }
};

function* oneSided(
  { source, standard }: LinkedStandard,
  byNumber: ReadonlyMap<string, LinkedStandard>,
  here: 'supersedes' | 'supersededBy',
  there: 'supersedes' | 'supersededBy',
): Generator<CatalogueFault> {
  for (const [index, number] of standard[here].entries()) {
    const other = byNumber.get(number);
    if (other === undefined || other.standard[there].includes(standard.number)) continue;
    const message = `${number} is in the catalogue too: its '${there}' has to name ${standard.number}`;
    yield faultAt(source, [here, index], 'supersession-one-sided', message);
  }
}

function* overlapping({ source, standard }: LinkedStandard, later: LinkedStandard): Generator<CatalogueFault> {
  const begins = later.standard.effective.from;
  const ends = standard.effective.until;
  if (begins === undefined || later.standard.status === 'draft') return;
  if (ends !== undefined && ends <= begins) return;
  const path = ends === undefined ? ['effective'] : ['effective', 'until'];
  const message = `${later.standard.number} is in force from ${begins}: this edition needs 'until: ${begins}' or earlier`;
  yield faultAt(source, path, 'editions-overlap', message);
}

/** A standard's status and its dates tell the same story. */
export const statusDates: Lint = function* ({ standards, asOf }) {
  for (const linked of standards) {
    yield* wrongOnAnyDay(linked);
    if (asOf !== undefined) yield* wrongOn(linked, asOf);
  }
};

function* wrongOnAnyDay({ source, standard, rules }: LinkedStandard): Generator<CatalogueFault> {
  const { status, effective, supersededBy, issued } = standard;
  if (effective.from !== undefined && effective.until !== undefined && effective.until <= effective.from) {
    yield faultAt(
      source,
      ['effective', 'until'],
      'dates-order',
      "'until' is the first day no longer in force, after 'from'",
    );
  }
  if (issued !== undefined && effective.from !== undefined && effective.from < issued) {
    yield faultAt(source, ['effective', 'from'], 'dates-order', `in force before it was issued on ${issued}`, {
      severity: 'warning',
    });
  }
  if (status === 'upcoming' && effective.from === undefined) {
    yield faultAt(
      source,
      ['status'],
      'status-dates',
      "an upcoming standard needs the day it comes into force, 'effective.from'",
    );
  }
  if (status === 'superseded' && effective.until === undefined && supersededBy.length === 0) {
    yield faultAt(
      source,
      ['status'],
      'status-dates',
      "a superseded standard needs 'effective.until' or 'supersededBy'",
    );
  }
  for (const { value, path } of rules) {
    const { from, until } = value.effective ?? {};
    if (from === undefined || until === undefined || from < until) continue;
    yield faultAt(
      source,
      [...path, 'effective', 'until'],
      'dates-order',
      "'until' is the first day no longer in force, after 'from'",
    );
  }
}

/** Warnings only: the passing of time is no mistake of the author's. */
function* wrongOn({ source, standard }: LinkedStandard, asOf: string): Generator<CatalogueFault> {
  const { status, effective } = standard;
  const warn = (message: string): CatalogueFault =>
    faultAt(source, ['status'], 'status-dates', message, { severity: 'warning' });
  const { from, until } = effective;
  if (status === 'upcoming' && from !== undefined && from <= asOf)
    yield warn(`in force since ${from}: no longer upcoming`);
  if (status === 'current' && from !== undefined && from > asOf)
    yield warn(`in force from ${from} only: still upcoming`);
  if (status === 'current' && until !== undefined && until <= asOf)
    yield warn(`no longer in force since ${until}: superseded or withdrawn`);
  if (status === 'superseded' && until !== undefined && until > asOf)
    yield warn(`in force until ${until}: still current`);
}
