import type { Catalogue } from '../../src/model/catalogue.js';
import type { DocumentKind, Field } from '../../src/model/document.js';
import type { Rule, Standard } from '../../src/model/standard.js';

const same = (text: string) => ({ en: text, 'zh-CN': text });

export const emptyCatalogue: Catalogue = {
  version: '1',
  digest: 'd',
  standards: [],
  rules: [],
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

export function field(id: string, more: Partial<Field> = {}): Field {
  return { id, type: 'text', label: same(id), personal: false, equivalents: {}, ...more };
}

/** A document kind with fields `a`, `b`, `c` and a part `lines` that has `a` and `n` of its own. */
export function document(more: Partial<DocumentKind> = {}): DocumentKind {
  return {
    id: 'listing',
    title: same('Listing'),
    description: same('Listing'),
    key: ['sku'],
    fields: ['sku', 'a', 'b', 'c'].map((id) => field(id)),
    parts: [{ id: 'lines', title: same('Line'), selfWhenAbsent: false, fields: ['a', 'n'].map((id) => field(id)) }],
    ...more,
  };
}

export function standard(slug: string, more: Partial<Standard> = {}): Standard {
  return {
    slug,
    number: slug.toUpperCase(),
    title: {},
    level: 'national',
    obligation: 'mandatory',
    status: 'current',
    statusConfirmed: true,
    effective: {},
    supersedes: [],
    supersededBy: [],
    theme: 'goods',
    scope: same('Goods'),
    sources: [],
    applies: { documents: ['listing'] },
    clauses: [],
    coverage: {},
    elements: [],
    citations: [],
    ...more,
  };
}

export function rule(id: string, require: Rule['require'], more: Partial<Rule> = {}): Rule {
  return {
    id,
    standard: id.split('/')[0] ?? '',
    evidence: 'text',
    severity: 'error',
    applies: { documents: ['listing'] },
    message: same('No.'),
    remedy: same('Yes.'),
    view: 'canonical',
    require,
    needs: { fields: [], mode: 'any' },
    demands: [],
    examples: { pass: [], fail: [], knownGap: [] },
    ...more,
  };
}
