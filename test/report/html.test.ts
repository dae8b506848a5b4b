import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/model/language.js';
import type { Report } from '../../src/model/report.js';
import { fieldName, viewFinding } from '../../src/report/finding-view.js';
import { escapeHtml, scriptSafe } from '../../src/report/html/escape.js';
import { findingColumns, longestValue } from '../../src/report/html/finding-columns.js';
import { commandLine } from '../../src/report/html/page/command-line.js';
import { findingList } from '../../src/report/html/page/finding-list.js';
import { contextsOf } from '../../src/report/html/page/page-texts.js';
import { grouped, select } from '../../src/report/html/page/selection.js';
import { hashOf, noFilter, stateFrom } from '../../src/report/html/page/view-state.js';
import type { PageData } from '../../src/report/html/page-data.js';
import { pageDataOf } from '../../src/report/html/page-data-of.js';
import { word, wordIds } from '../../src/report/html/words.js';
import { maskPersonal } from '../../src/text/mask.js';
import { nasty, sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';
import { textFormatter } from './writing.js';

const reports = Object.entries(sampleReports());
const write = await textFormatter('html').load();

function pageOf(report: Report, language: Language = 'en', more = {}): string {
  return [...write(report, contextFor(language, 80, more))].join('');
}

function dataOf(page: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">([^<]*)<\/script>/.exec(page)?.[1] ?? '');
}

function sample(name: string): Report {
  return sampleReports()[name] ?? raise();
}

describe('the page', () => {
  it.each(reports)('renders every finding as the other reports do, in every language: %s', (_, report) => {
    const data = dataOf(pageOf(report));
    const list = findingList(data.findings);
    expect(list.size).toBe(report.findings.length);
    for (const language of languages) {
      const context = contextsOf(data)(language);
      for (const [index, finding] of report.findings.entries()) {
        const there = viewFinding(list.at(index), context);
        const here = viewFinding(finding, contextFor(language));
        expect(there.message).toBe(here.message);
        expect(there.remedy).toBe(here.remedy);
        if (finding.actual === undefined || finding.actual.length < longestValue) {
          expect(there.expected).toBe(here.expected);
          expect(there.actual).toBe(here.actual);
        }
        expect(fieldName(list.at(index), context)).toBe(fieldName(finding, contextFor(language)));
        expect(there.finding).toMatchObject({ key: finding.key, state: finding.state, standards: finding.standards });
        expect({ ...there.finding.location, pointer: '' }).toEqual({ ...finding.location, pointer: '' });
      }
    }
  });

  it.each(reports)('has four elements of its own and nothing out of the data between them: %s', (_, report) => {
    const page = pageOf(report);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page.match(/<(?:style|title|noscript)>/g)).toHaveLength(3);
    expect(page).not.toMatch(/<b>|\son[a-z]+=|\bhref=|\bsrc=|@import|url\(/);
    expect(page).not.toContain('<!--');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'$/,
    );
  });

  it('opens in the language of the run', () => {
    expect(pageOf(sample('findings'), 'zh-CN')).toContain('<html lang="zh-CN">');
    expect(pageOf(sample('findings'), 'zh-CN')).toContain('<title>不符合 · ');
  });

  it('says the verdict, the counts and what did not run to a browser without scripts', () => {
    const [, summary = ''] = /<noscript>(.*)<\/noscript>/s.exec(pageOf(sample('incomplete'))) ?? [];
    expect(summary).toContain('<h1>Incomplete</h1>');
    expect(summary).toContain('exports/photo.jpg');
    const [, counts = ''] = /<noscript>(.*)<\/noscript>/s.exec(pageOf(sample('truncated'))) ?? [];
    expect(counts).toContain('48,210 errors');
  });

  it('holds a long value once, cut, and says how long it is', () => {
    const { findings } = dataOf(pageOf(sample('hostile')));
    const [first] = sample('hostile').findings;
    expect(findings.lengths[0]).toBe(first?.actual?.length);
    expect(String(findings.actual[0]).length).toBeLessThanOrEqual(longestValue);
  });

  it('masks the cells beside a finding that are personal', () => {
    const [finding = raise()] = sample('findings').findings;
    const cell = (value: string, personal: boolean) => ({ name: value, cell: 'N12', value, personal });
    const nearby = { before: [cell('13800138000', true)], after: [cell('13800138000', false)] };
    const hidden = findingColumns([{ ...finding, nearby }], maskPersonal);
    expect(hidden.nearby[0]).toEqual([0, '138******00', '13800138000']);
    expect(findingColumns([{ ...finding, nearby }], undefined).nearby[0]).toEqual([0, '13800138000', '13800138000']);
    expect(findingList(hidden).at(0).nearby?.before[0]).toMatchObject({ cell: 'N12', value: '138******00' });
  });
});

describe('words of the page', () => {
  it('are there in every language, with the same values to fill in', () => {
    for (const id of wordIds) {
      const texts = languages.map((language) => word(id, language, { n: '<n>', all: '<all>' }));
      expect(
        texts.every((text) => text !== ''),
        id,
      ).toBe(true);
      if (id !== 'digest') expect(texts[languages.indexOf('zh-CN')], id).toMatch(/\p{Script=Han}/u);
      const filled = texts.map((text) => (text.match(/<\w+>/g) ?? []).sort().join());
      expect(new Set(filled).size, id).toBe(1);
    }
  });
});

describe('data in the page', () => {
  it('ends no element and comes back as it was', () => {
    const value = { text: `</script><!--<script>&amp;\u2028\u2029${nasty}` };
    expect(scriptSafe(value)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(scriptSafe(value))).toEqual(value);
    expect(escapeHtml(`<a b='c' d="e">&`)).toBe('&#60;a b=&#39;c&#39; d=&#34;e&#34;&#62;&#38;');
  });
});

describe('what the reader chooses', () => {
  it('survives the address', () => {
    const state = {
      language: 'fr',
      theme: 'dark',
      sort: 'count',
      filter: { ...noFilter, search: 'a & b=c #中', severity: 'error', from: 10, to: 20 },
    } as const;
    expect(stateFrom(`#${hashOf(state, 'en')}`, 'en')).toEqual(state);
    expect(hashOf(stateFrom('', 'zh-CN'), 'zh-CN')).toBe('');
  });

  it('is left out where it makes no sense', () => {
    const state = stateFrom('#lang=xx&theme=pink&sort=up&severity=fatal&from=-1&to=1e9&state=gone', 'en');
    expect(state).toEqual({ language: 'en', theme: 'auto', sort: 'severity', filter: noFilter });
  });
});

describe('filters', () => {
  const list = findingList(pageDataOf(sample('findings'), contextFor('en')).findings);
  const none = () => '';
  const count = (filter: object) => select(list, { ...noFilter, ...filter }, none).length;

  it('pass what fits all of them', () => {
    expect(count({})).toBe(9);
    expect(count({ severity: 'error' })).toBe(6);
    expect(count({ standard: 'DEMO/T 2-2021' })).toBe(6);
    expect(count({ standard: 'DEMO/T 2-2021', severity: 'error' })).toBe(3);
    expect(count({ file: 'exports/shopify-products.csv' })).toBe(6);
    expect(count({ column: 'Variant Barcode' })).toBe(3);
    expect(count({ rule: 'demo-1-2020/check-digit', from: 11, to: 13 })).toBe(2);
    expect(count({ state: 'waived' })).toBe(0);
  });

  it('search values, records, cells, rules and the words of rules', () => {
    expect(count({ search: 'japon' })).toBe(1);
    expect(count({ search: 'TEA-oolong 6901234567000' })).toBe(1);
    expect(count({ search: 'O37' })).toBe(1);
    expect(count({ search: 'demo-1-2020' })).toBe(3);
    expect(count({ search: '抹茶礼盒' })).toBe(1);
    expect(select(list, { ...noFilter, search: 'package' }, () => 'Read it from the PACKAGE.')).toHaveLength(9);
    expect(count({ search: 'nowhere' })).toBe(0);
  });

  it('show accepted findings where they are asked for, or where there are no others', () => {
    const { findings } = sample('waived');
    const accepted = findingList(findingColumns(findings, undefined));
    expect(select(accepted, noFilter, none)).toHaveLength(6);
    expect(select(accepted, { ...noFilter, state: 'waived' }, none)).toHaveLength(3);
    const [first = raise()] = findings;
    const mixed = findingList(findingColumns([...findings, { ...first, state: 'open' }], undefined));
    expect(select(mixed, noFilter, none)).toEqual([6]);
    const waiver = { owner: 'Li', reason: 'New label', ticket: 'QA-12', expires: '2026-12-31' };
    const given = { ...waiver, accepts: { rule: first.rule }, line: 3 };
    expect(findingList(findingColumns([{ ...first, waiver: given }], undefined)).kindOf(0).waiver).toEqual(waiver);
  });

  it('group by what one sentence explains, graver first, or by file', () => {
    const all = select(list, noFilter, none);
    const severities = grouped(list, all, 'severity').map(({ kind }) => kind.severity);
    expect(severities).toEqual(['error', 'error', 'error', 'error', 'warning', 'advice']);
    expect(grouped(list, all, 'count')[0]?.indices).toHaveLength(3);
    expect(grouped(list, all, 'standard')[0]?.kind.standards[0]).toBe('DEMO 1-2020');
    const files = grouped(list, all, 'place');
    expect(files.map(({ indices }) => indices.length)).toEqual([6, 3]);
    const lines = files[0]?.indices.map((index) => list.at(index).location.line);
    expect(lines).toEqual([12, 12, 14, 37, 37, 52]);
  });
});

describe('the command that gives the report again', () => {
  const report = (more: Partial<Report>) => pageDataOf({ ...sample('clean'), ...more }, contextFor('en')).report;

  it('is the one that was given, with its day', () => {
    const given = ['check', 'my files/a.csv', '--direction', 'import', "it's"];
    expect(commandLine(report({ commandLine: given }))).toBe(
      "borderlint check 'my files/a.csv' --direction import 'it'\\''s' --as-of 2026-11-23",
    );
    expect(commandLine(report({ commandLine: ['check', '--as-of=2027-01-01', 'a'] }))).toBe(
      'borderlint check --as-of=2027-01-01 a',
    );
  });

  it('is put together from the request where the library was called', () => {
    const { commandLine: _, ...rest } = report({
      request: { paths: ['a.csv'], direction: 'import', inputFormat: 'x' },
    });
    expect(commandLine(rest)).toBe('borderlint check a.csv --direction import --input-format x --as-of 2026-11-23');
  });
});

function raise(): never {
  throw new Error('no such sample report');
}
