import { describe, expect, it } from 'vitest';
import { resolveApplies } from '../../src/catalogue/rules.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { Rule, Standard, SupervisionMode } from '../../src/model/standard.js';
import { governor, planRun } from '../../src/plan/index.js';
import { requestOf } from '../request.js';

const request = requestOf();

/** One rule on listings, but not of retail import and not in filing tables. */
const applies = resolveApplies({
  documents: ['listing'],
  exceptModes: [1210, '9610'],
  exceptFormats: ['cn-filing-table'],
});
const said = { en: 'x', 'zh-CN': 'x' };
const standard: Standard = {
  slug: 'label',
  number: 'LABEL',
  title: said,
  level: 'national',
  obligation: 'mandatory',
  status: 'current',
  statusConfirmed: true,
  effective: {},
  supersedes: [],
  supersededBy: [],
  theme: 'label',
  scope: said,
  sources: [],
  applies,
  clauses: [],
  coverage: {},
  elements: [],
  citations: [],
};
const rule: Rule = {
  id: 'label/origin',
  standard: 'label',
  evidence: 'text',
  severity: 'warning',
  applies,
  message: said,
  remedy: said,
  view: 'canonical',
  require: { required: ['originCountry'] },
  needs: { fields: [], mode: 'any' },
  demands: ['originCountry'],
  examples: { pass: [], fail: [], knownGap: [] },
};
const catalogue: Catalogue = {
  version: '1',
  digest: '',
  standards: [standard],
  rules: [rule],
  across: [],
  structures: [],
  documents: [],
  formats: [],
  codes: [],
  terms: [],
  categories: [],
  profiles: [],
  retired: [],
};

function reason(modes: readonly SupervisionMode[], format = 'shop'): string {
  const context = { document: 'listing', format, modes, categories: [] };
  return governor(catalogue, planRun(catalogue, request), context)(rule);
}

describe('exceptions of applicability', () => {
  it('keep a rule out where every known mode is excepted', () => {
    expect(reason(['1210'])).toBe('other-mode');
    expect(reason(['1210', '9610'])).toBe('other-mode');
  });

  it('leave it in where the mode is unknown, or one of the modes is not excepted', () => {
    expect(reason([])).toBe('in-force');
    expect(reason(['1210', '9710'])).toBe('in-force');
  });

  it('keep a rule out of the formats excepted', () => {
    expect(reason([], 'cn-filing-table')).toBe('other-document');
  });

  it("add up: a rule's own never lift its standard's", () => {
    const narrowed = resolveApplies(
      { documents: ['listing'], exceptModes: [1210], exceptFormats: ['a'] },
      { exceptModes: ['9610'], exceptFormats: ['b', 'a'] },
    );
    expect(narrowed).toEqual({ documents: ['listing'], exceptModes: ['1210', '9610'], exceptFormats: ['a', 'b'] });
  });
});
