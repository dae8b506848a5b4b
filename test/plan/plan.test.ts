import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { PlanReason, Request } from '../../src/model/plan.js';
import type { Rule, Standard } from '../../src/model/standard.js';
import { activate, effectiveSeverity, planRun, type RecordContext } from '../../src/plan/index.js';
import { emptyCatalogue, rule, standard } from '../compile/catalogue.js';
import { requestOf } from '../request.js';

const ask = (more: Partial<Request> = {}): Request => requestOf({ asOf: '2026-06-01', ...more });
const catalogueOf = (standards: readonly Standard[], rules: readonly Rule[]): Catalogue => ({
  ...emptyCatalogue,
  standards,
  rules,
});
const anyone: RecordContext = { document: 'listing', format: 'csv', modes: [], categories: [] };

/** How one rule of one standard stands: `on`, `preview`, or why it is off. */
function stand(of: Standard, one: Rule, request: Request, context: Partial<RecordContext> = {}): string {
  const catalogue = catalogueOf([of], [one]);
  const { on, preview, reasons } = activate(catalogue, planRun(catalogue, request), { ...anyone, ...context });
  expect(preview[0] === 1 && on[0] !== 1).toBe(false);
  if (on[0] === 1) return preview[0] === 1 ? 'preview' : 'on';
  return reasons[0] ?? 'no reason';
}

const a = (applies: Partial<Rule['applies']> = {}, more: Partial<Rule> = {}) =>
  rule('x/a', {}, { applies: { documents: ['listing'], ...applies }, ...more });

describe('what a rule applies to', () => {
  const unknown: Partial<RecordContext> = {};
  const cases: readonly (readonly [Partial<Rule['applies']>, Partial<RecordContext>, string])[] = [
    [{}, unknown, 'on'],
    [{ documents: ['order'] }, unknown, 'other-document'],
    [{ documents: [] }, unknown, 'other-document'],
    [{ formats: ['ceb621'] }, unknown, 'other-document'],
    [{ formats: ['csv'] }, unknown, 'on'],
    [{ exceptFormats: ['csv'] }, unknown, 'other-document'],
    [{ exceptFormats: ['ceb621'] }, unknown, 'on'],
    [{ onlyClaimed: true }, unknown, 'not-claimed'],
    [{ direction: 'import' }, unknown, 'direction-unknown'],
    [{ direction: 'import' }, { direction: 'import' }, 'on'],
    [{ direction: 'import' }, { direction: 'export' }, 'other-direction'],
    [{ modes: ['1210', '9610'] }, unknown, 'mode-unknown'],
    [{ modes: ['1210', '9610'] }, { modes: ['9610'] }, 'on'],
    [{ modes: ['1210', '9610'] }, { modes: ['9710', '9610'] }, 'on'],
    [{ modes: ['1210', '9610'] }, { modes: ['9710'] }, 'other-mode'],
    [{ exceptModes: ['1210', '1239'] }, unknown, 'on'],
    [{ exceptModes: ['1210', '1239'] }, { modes: ['1210'] }, 'other-mode'],
    [{ exceptModes: ['1210', '1239'] }, { modes: ['1210', '9610'] }, 'on'],
    [{ categories: ['food'] }, unknown, 'category-unknown'],
    [{ categories: ['food'] }, { categories: ['tea', 'food'] }, 'on'],
    [{ categories: ['tea'] }, { categories: ['food'] }, 'other-category'],
  ];
  it.each(cases)('%j, record %j: %s', (applies, context, expected) => {
    expect(stand(standard('x'), a(applies), ask(), context)).toBe(expected);
  });

  it('what speaks against it counts before what is unknown, in every combination', () => {
    const directions = [undefined, 'import', 'export'] as const;
    const modes = [[], ['1210'], ['9710']] as const;
    const categories = [[], ['food'], ['toys']];
    for (const direction of directions) {
      for (const mode of modes) {
        for (const category of categories) {
          const context = { modes: mode, categories: category, ...(direction === undefined ? {} : { direction }) };
          const said = stand(
            standard('x'),
            a({ direction: 'import', modes: ['1210'], categories: ['food'] }),
            ask(),
            context,
          );
          const against =
            direction === 'export'
              ? 'other-direction'
              : mode[0] === '9710'
                ? 'other-mode'
                : category[0] === 'toys'
                  ? 'other-category'
                  : undefined;
          const open =
            direction === undefined
              ? 'direction-unknown'
              : mode.length === 0
                ? 'mode-unknown'
                : category.length === 0
                  ? 'category-unknown'
                  : undefined;
          expect(said).toBe(against ?? open ?? 'on');
        }
      }
    }
  });
});

describe('the day', () => {
  it.each<[string, Partial<Standard>, Rule['effective'], string, string]>([
    ['before', { effective: { from: '2026-06-02' } }, undefined, '2026-06-01', 'preview'],
    ['first day', { effective: { from: '2026-06-01' } }, undefined, '2026-06-01', 'on'],
    ['last day', { effective: { until: '2026-06-02' } }, undefined, '2026-06-01', 'on'],
    ['first day out', { effective: { until: '2026-06-01' } }, undefined, '2026-06-01', 'no-longer-in-force'],
    [
      'superseded with a last day to come',
      { status: 'superseded', effective: { from: '2010-01-01', until: '2027-01-01' } },
      undefined,
      '2026-06-01',
      'on',
    ],
    [
      'superseded, nobody knows when',
      { status: 'superseded', effective: { from: '2010-01-01' } },
      undefined,
      '2026-06-01',
      'no-longer-in-force',
    ],
    ['withdrawn, nobody knows when', { status: 'withdrawn' }, undefined, '2026-06-01', 'withdrawn'],
    ['withdrawn later', { status: 'withdrawn', effective: { until: '2027-01-01' } }, undefined, '2026-06-01', 'on'],
    [
      'withdrawn before',
      { status: 'withdrawn', effective: { until: '2026-01-01' } },
      undefined,
      '2026-06-01',
      'no-longer-in-force',
    ],
    ['draft', { status: 'draft', effective: { from: '2020-01-01' } }, undefined, '2026-06-01', 'draft'],
    [
      'upcoming, as its file still says on the day',
      { status: 'upcoming', effective: { from: '2026-01-01' } },
      undefined,
      '2026-06-01',
      'on',
    ],
    ['upcoming, nobody knows when', { status: 'upcoming' }, undefined, '2026-06-01', 'preview'],
    ['a rule that begins later', {}, { from: '2026-07-01' }, '2026-06-01', 'preview'],
    ['a rule that has ended', {}, { until: '2026-05-31' }, '2026-06-01', 'no-longer-in-force'],
    ['a rule within its days', {}, { from: '2026-05-31', until: '2026-06-02' }, '2026-06-01', 'on'],
    [
      'a rule that ends before its standard begins',
      { effective: { from: '2026-07-01' } },
      { until: '2026-05-01' },
      '2026-06-01',
      'no-longer-in-force',
    ],
    [
      'a rule of a standard that has ended',
      { effective: { until: '2026-01-01' } },
      { from: '2026-07-01' },
      '2026-06-01',
      'no-longer-in-force',
    ],
  ])('%s', (_name, of, effective, asOf, expected) => {
    expect(stand(standard('x', of), a({}, effective === undefined ? {} : { effective }), ask({ asOf }))).toBe(expected);
  });

  it('a preview concerns only records the rule is about', () => {
    const later = standard('x', { effective: { from: '2027-01-01' } });
    expect(stand(later, a({ direction: 'import' }), ask(), { direction: 'export' })).toBe('other-direction');
    expect(stand(later, a({ direction: 'import' }), ask())).toBe('direction-unknown');
    expect(stand(later, a({ direction: 'import' }), ask(), { direction: 'import' })).toBe('preview');
  });
});

describe('what is chosen', () => {
  const own = standard('own');
  const citing = standard('citing', { citations: [{ rule: 'own/a', standard: 'citing', evidence: 'text' }] });
  const cited = [rule('own/a', {}), rule('own/b', {})];
  const standing = (standards: readonly Standard[], request: Partial<Request>) => {
    const catalogue = catalogueOf(standards, cited);
    const { on, preview, reasons } = activate(catalogue, planRun(catalogue, ask(request)), anyone);
    return cited.map((_, index) => (preview[index] === 1 ? 'preview' : on[index] === 1 ? 'on' : reasons[index]));
  };

  it.each<[string, Partial<Request>, readonly (PlanReason | 'on' | 'preview')[]]>([
    ['nothing', {}, ['on', 'on']],
    ['a standard', { standards: ['own'] }, ['on', 'on']],
    ['another, which cites one rule', { standards: ['citing'] }, ['on', 'not-selected']],
    ['a standard that is not there', { standards: ['other'] }, ['not-selected', 'not-selected']],
    ['one rule', { rules: ['own/b'] }, ['not-selected', 'on']],
    ['all but one rule', { skip: ['own/a'] }, ['skipped', 'on']],
    ['all but one standard', { skip: ['own'] }, ['skipped', 'skipped']],
    ['a citing standard without the rule', { standards: ['citing'], skip: ['own/a'] }, ['skipped', 'not-selected']],
    ['a citing standard without the cited one', { standards: ['citing'], skip: ['own'] }, ['skipped', 'not-selected']],
    [
      'a citing standard, and a rule it does not cite',
      { standards: ['citing'], rules: ['own/b'] },
      ['not-selected', 'not-selected'],
    ],
  ])('%s', (_name, request, expected) => {
    expect(standing([own, citing], request)).toEqual(expected);
  });

  it.each<[Partial<Standard>, PlanReason | 'preview']>([
    [{ status: 'draft' }, 'draft'],
    [{ status: 'superseded' }, 'no-longer-in-force'],
    [{ status: 'withdrawn' }, 'withdrawn'],
    [{ effective: { from: '2027-01-01' } }, 'preview'],
  ])('citing a rule of a standard that is %j does not bring it into force', (details, expected) => {
    expect(standing([standard('own', details), citing], { standards: ['citing'] })).toEqual([expected, 'not-selected']);
  });

  it('says of every standard whether it is in and why', () => {
    const standards = [
      standard('in'),
      standard('listed'),
      standard('citing', { citations: citing.citations }),
      standard('draft', { status: 'draft' }),
      standard('later', { effective: { from: '2027-01-01' } }),
      standard('gone', { effective: { until: '2026-01-01' } }),
    ];
    const catalogue = catalogueOf(
      standards,
      ['in', 'later', 'gone', 'draft'].map((slug) => rule(`${slug}/a`, {})),
    );
    const planned = (request: Partial<Request>) =>
      Object.fromEntries(
        planRun(catalogue, ask(request)).standards.map(({ slug, state, reason }) => [slug, `${state} ${reason}`]),
      );
    expect(planned({})).toEqual({
      in: 'in in-force',
      listed: 'out no-active-rule',
      citing: 'in in-force',
      draft: 'out draft',
      later: 'out not-yet-in-force',
      gone: 'out no-longer-in-force',
    });
    expect(planned({ standards: ['listed'], skip: ['listed'] })).toMatchObject({
      in: 'out not-selected',
      listed: 'out skipped',
    });
  });
});

describe('severity', () => {
  const recommended = standard('x', { obligation: 'recommended' });
  const graded = (of: Standard, details: Partial<Rule>, request: Partial<Request>) =>
    effectiveSeverity(catalogueOf([of], []), ask(request))(rule('x/a', {}, { severity: 'warning', ...details }));

  it.each<[string, Standard, Partial<Rule>, Partial<Request>, string]>([
    ['as the catalogue has it', recommended, {}, {}, 'warning'],
    ['an error where conformance is claimed and the wording was seen', recommended, {}, { claims: ['x'] }, 'error'],
    ['likewise from an implementation', recommended, { evidence: 'implementation' }, { claims: ['x'] }, 'error'],
    ['not where only a summary was seen', recommended, { evidence: 'summary' }, { claims: ['x'] }, 'warning'],
    ['advice stays advice', recommended, { severity: 'advice' }, { claims: ['x'] }, 'advice'],
    ['not where another is claimed', recommended, {}, { claims: ['y'] }, 'warning'],
    [
      'not where nothing but guidance is claimed',
      standard('x', { obligation: 'guidance' }),
      {},
      { claims: ['x'] },
      'warning',
    ],
    ['as the request has it, above all', recommended, {}, { claims: ['x'], severity: { 'x/a': 'advice' } }, 'advice'],
  ])('%s', (_name, of, details, request, expected) => {
    expect(graded(of, details, request)).toBe(expected);
  });
});
