import { describe, expect, it } from 'vitest';
import type { ExpectationId } from '../../src/model/finding.js';
import type { StructureBreach } from '../../src/model/format.js';
import { languages } from '../../src/model/language.js';
import type { NoticeId, ReadNotice } from '../../src/model/record.js';
import { elementTexts, structureTexts } from '../../src/text/element-texts.js';
import {
  alternatives,
  expectation,
  expectationValues,
  isExpectationId,
  joinList,
  negation,
  renderExpectation,
} from '../../src/text/expectations.js';
import { renderNotice } from '../../src/text/notices.js';
import { decidingFlag, renderReason, renderReasonBriefly, type StandardReason } from '../../src/text/reasons.js';
import { countedIds, phrase, phraseIds, renderCount } from '../../src/text/report-words.js';

const unfilled = /[{}[\]]|undefined| {2}|^\s|\s$/;
const han = /\p{Script=Han}/u;

const sampleValue: { readonly [kind: string]: string } = {
  list: 'CNY\nUSD\nEUR',
  field: 'netWeight',
  fields: 'a\nb',
  formula: 'a + b - c',
  kind: 'gtin',
  form: 'yyyyMMdd',
  script: 'Han',
  type: 'string',
  encoding: 'gb18030',
  relation: '<=',
  document: 'order',
  count: '5',
  decimal: '1.5',
  text: 'X',
  title: 'T',
};

const ids = Object.keys(expectationValues).filter(isExpectationId);

function sampleValues(id: ExpectationId, optional: boolean): { readonly [name: string]: string } {
  const values: { [name: string]: string } = {};
  for (const [name, kind] of Object.entries<string>(expectationValues[id])) {
    if (optional || !kind.endsWith('?')) values[name] = sampleValue[kind.replace('?', '')] ?? '';
  }
  return values;
}

describe('expectations', () => {
  for (const language of languages) {
    it.each(ids)(`%s reads whole in ${language}`, (id) => {
      for (const optional of [true, false]) {
        const text = renderExpectation({ id, values: sampleValues(id, optional) }, language);
        expect(text).not.toBe('');
        expect(text).not.toMatch(unfilled);
      }
      expect(renderExpectation({ id, values: {} }, language)).not.toMatch(/[{}[\]]|undefined/);
    });
  }

  it('mentions every value of the table', () => {
    const silent = new Set([
      'code-of name',
      'sum total',
      'product product',
      'numbering field',
      'one-of-fields field',
      'not of',
    ]);
    for (const id of ids) {
      for (const name of Object.keys(expectationValues[id])) {
        const values: { readonly [name: string]: string } = { ...sampleValues(id, true), [name]: 'ZZZ' };
        const shown = languages.map((language) => renderExpectation({ id, values }, language)).join();
        if (!silent.has(`${id} ${name}`) && id !== 'value' && id !== 'unique' && id !== 'alternatives')
          expect(shown, `${id} ${name}`).toContain('ZZZ');
      }
    }
  });

  it('reads as a sentence would', () => {
    const of = (one: Parameters<typeof renderExpectation>[0]) => [
      renderExpectation(one, 'en'),
      renderExpectation(one, 'zh-CN'),
    ];
    expect(of(expectation('max-length', { max: '60', here: '75' }))).toEqual([
      'at most 60 characters (here 75)',
      '不超过 60 个字符（现为 75 个）',
    ]);
    expect(of(expectation('one-of', { values: joinList(['CNY', 'USD', 'EUR']) }))).toEqual([
      'CNY, USD or EUR',
      'CNY、USD 或 EUR',
    ]);
    expect(of(expectation('check-digit', { kind: 'gtin', right: '2' }))).toEqual([
      'a GTIN (product barcode number) whose check digit is right (it would be 2)',
      '校验码正确的商品条码（GTIN）（校验码应为 2）',
    ]);
    expect(of(negation(expectation('constant', { value: '0' })))).toEqual(['anything but 0', '不得为0']);
    expect(
      of(alternatives([expectation('constant', { value: 'A' }), expectation('max-length', { max: '3' })])),
    ).toEqual(['A or at most 3 characters', 'A 或 不超过 3 个字符']);
    expect(of(expectation('decimal', { total: '9', fraction: '0' }))).toEqual([
      'a whole number of at most 9 digits',
      '不超过 9 位的整数',
    ]);
  });

  it('calls fields by their labels and titles in the language', () => {
    const label = (field: string) => `<${field}>`;
    const sum = expectation('sum', { total: 't', terms: 'a + b - c', value: '9' });
    expect(renderExpectation(sum, 'en', label)).toBe('9 = <a> + <b> − <c>');
    const code = expectation('code-of', { list: 'unit', 'title@en': 'Units', 'title@zh-CN': '计量单位' });
    expect(renderExpectation(code, 'zh-CN')).toBe('计量单位（unit）中的代码');
    expect(renderExpectation(code, 'en')).toBe('a code of Units (unit)');
  });

  it('shortens long lists', () => {
    const values = Array.from({ length: 30 }, (_, index) => `V${index}`);
    expect(renderExpectation(expectation('one-of', { values: joinList(values) }), 'en')).toMatch(/V7 … \(30 in all\)$/);
  });
});

const noticeValues: { readonly [id in NoticeId]: ReadNotice['values'] } = {
  'decoded-as': { encoding: 'gb18030', confidence: 'guessed', declared: 'utf-8' },
  'bytes-undecodable': { encoding: 'utf-8', count: 3, bytes: 'ff' },
  'row-ragged': { cells: 3, headers: 5, count: 2 },
  'quote-unclosed': {},
  'quote-stray': { count: 2 },
  'header-duplicate': { header: 'SKU', first: 2 },
  'column-unknown': { header: 'columns', nearest: 'Titel' },
  'column-mapped-twice': { header: 'SKU', field: 'sku', first: 'Code' },
  'json-broken': { detail: 'x' },
  'json-not-record': { found: 'string' },
  'edition-other': { edition: '2018', judged: '2022', elements: 'logisticsNo', count: 2 },
  'editions-mixed': { edition: '2018', elements: 'logisticsNo', other: '2022', others: 'invtNo', where: 'b.xml:3' },
  'parts-broken': { expected: '||' },
  'parts-order': { header: 'guid', first: 'note' },
  'parts-unquoted': { header: 'payExchangeInfoHead', count: 2 },
  'form-unencoded': { header: 'payExInfoStr', shown: '+' },
  'xml-broken': { detail: 'x' },
  'xml-doctype': {},
  'nul-characters': { count: 1 },
  truncated: { reason: 'damaged' },
  'limit-reached': { limit: 1000000, what: 'unfolded-bytes' },
  'no-records': { document: 'order' },
  'nothing-judged': { document: 'shipment', count: 12 },
  'row-skipped': { detail: 'x', count: 7 },
  'orphan-row': { key: 'A', count: 7 },
  'row-apart': { key: 'A', count: 7 },
  'status-told': { code: '800', 'name@en': 'released', 'name@zh-CN': '放行', count: 7 },
  'header-row': { row: 3, above: 2 },
  'guards-peeled': { header: 'SKU', shown: '="01"', count: 7 },
  'columns-disagree': { header: 'SKU', first: 'A2', count: 7 },
  'units-disagree': { header: '磅', first: '重量', shown: '10', other: '9', count: 7 },
  'written-in-powers': { header: 'SKU', shown: '1.2E+10', count: 7 },
  'zero-lost': { header: 'Shipping Zip', shown: '2***', meant: '0****', count: 7 },
  'text-as-date': { header: 'Size', shown: '10-Dec', count: 7 },
  'decimals-mixed': { header: 'Price', shown: '1,50', other: '1.50', count: 7 },
  'decimals-unclear': { header: 'Price', shown: '1,500', count: 7 },
  placeholder: { header: 'Title', shown: 'N/A', count: 7 },
  'script-in-text': { header: 'Body (HTML)', shown: '<script', count: 7 },
  'entities-twice': { header: 'Body (HTML)', shown: '&amp;quot;', count: 7 },
  'link-local': { header: 'Image Src', shown: 'a.jpg', count: 7 },
  'elements-empty': { header: '申报要素', names: 'GTIN', empty: 1, parts: 5, count: 7 },
  'format-recalled': { format: 'shippo-customs' },
  'cell-error': { error: '#N/A', count: 7 },
  'formula-unread': { count: 7 },
  'digits-lost': { shown: '1234567890123456000', count: 7 },
  'cells-merged': { ranges: 7 },
  'rows-hidden': { count: 7 },
  'columns-hidden': { columns: 'C, F:H' },
  'sheet-hidden': {},
  'sheet-aside': {},
  'sheet-unmapped': { mapping: 'goods.map.yaml' },
  'columns-missing': { mapping: 'goods.map.yaml', columns: 'Price, 币种', count: 2 },
  'sheet-unknown': { nearest: 'shopify-products' },
  'text-garbled': { shown: 'Ã©', meant: 'é', count: 7 },
  'waiver-expired': { what: 'r/a', owner: 'Li', expires: '2026-01-01' },
  'waiver-too-long': { what: 'r/a', owner: 'Li', expires: '2030-01-01', latest: '2027-01-01' },
  'waiver-unmatched': { what: 'r/a', owner: 'Li', expires: '2027-01-01' },
  'changed-since': { revision: 'origin/main', old: '3', added: '1' },
  'baseline-unmatched': { count: 3 },
};

describe('notices', () => {
  it.each(Object.entries(noticeValues))('%s reads whole in every language', (id, values) => {
    for (const language of languages) {
      for (const given of [values, {}]) {
        const notice = {
          id: id as NoticeId,
          values: given,
          location: { file: 'f', pointer: '' },
          weight: 'note',
        } as const;
        expect(renderNotice(notice, language)).not.toMatch(given === values ? unfilled : /[{}[\]]|undefined/);
      }
    }
  });

  it('leaves words of the file alone and does not count to one', () => {
    const at = { location: { file: 'f', pointer: '' }, weight: 'fault' } as const;
    expect(renderNotice({ id: 'column-unknown', values: { header: 'columns' }, ...at }, 'en')).toContain('“columns”');
    expect(renderNotice({ id: 'row-ragged', values: { cells: 1, headers: 2, count: 1 }, ...at }, 'en')).toBe(
      'The row has 1 cells, the header 2',
    );
    expect(renderNotice({ id: 'limit-reached', values: { limit: 1000000 }, ...at }, 'zh-CN')).toBe(
      '达到上限 1,000,000，停止读取',
    );
  });
});

const reasons: { readonly [reason in StandardReason]: true } = {
  'in-force': true,
  'not-yet-in-force': true,
  'no-longer-in-force': true,
  draft: true,
  withdrawn: true,
  'not-selected': true,
  skipped: true,
  'no-active-rule': true,
  'other-direction': true,
  'other-mode': true,
  'other-category': true,
  'other-document': true,
  'not-claimed': true,
  'other-edition': true,
  'direction-unknown': true,
  'mode-unknown': true,
  'category-unknown': true,
  checked: true,
  'no-input': true,
  'no-record': true,
  'broke-down': true,
};

describe('reasons', () => {
  it.each(Object.keys(reasons))('%s is a sentence in both languages and names its flag', (id) => {
    const reason = id as StandardReason;
    const flag = decidingFlag(reason);
    for (const language of languages) {
      expect(renderReason(reason, language)).toMatch(/[.。]$/);
      if (flag !== undefined) expect(renderReason(reason, language)).toContain(flag);
      if (flag !== undefined) expect(renderReasonBriefly(reason, language)).toContain(flag);
    }
    expect(renderReason(reason, 'zh-CN')).toMatch(han);
  });
});

describe('words of reports', () => {
  it('has a plural in English and none in Chinese', () => {
    expect([0, 1, 2, 48210].map((n) => renderCount('error', n, 'en'))).toEqual([
      '0 errors',
      '1 error',
      '2 errors',
      '48,210 errors',
    ]);
    expect([1, 2].map((n) => renderCount('error', n, 'zh-CN'))).toEqual(['1 个错误', '2 个错误']);
  });

  it('has every phrase and count in every language', () => {
    for (const language of languages) {
      for (const id of phraseIds) expect(phrase(id, language)).not.toMatch(/undefined|[{}]/);
      for (const id of countedIds) expect(renderCount(id, 3, language)).not.toMatch(/undefined|[{}]/);
    }
  });
});

describe('generated rules', () => {
  const row = { element: 'orderNo', name: { 'zh-CN': '订单编号', en: 'Order number' } };
  const placeholders = /\{(?!field\}|element\}|expected\}|actual\})/;

  it('names the element in messages and remedies', () => {
    for (const breach of ['missing', 'format', 'code'] as const) {
      const { message, remedy } = elementTexts(breach, row);
      for (const text of [message, remedy]) {
        expect(text.en).toContain('Order number (orderNo)');
        expect(text['zh-CN']).toContain('“订单编号”（orderNo）');
        expect(text.en + text['zh-CN']).not.toMatch(placeholders);
      }
    }
    expect(elementTexts('missing', { element: 'x$&y', name: {} }).message.en).toContain('“x$&y”');
  });

  it('has words for every breach of structure', () => {
    const breaches: { readonly [breach in StructureBreach]: true } = {
      namespace: true,
      attribute: true,
      order: true,
      unknown: true,
      repeated: true,
      missing: true,
      encoding: true,
      content: true,
      value: true,
      signature: true,
    };
    for (const breach of Object.keys(breaches)) {
      const { message, remedy } = structureTexts(breach as StructureBreach);
      expect(message.en + remedy.en + message['zh-CN'] + remedy['zh-CN']).not.toMatch(placeholders);
      expect(remedy['zh-CN']).toMatch(han);
    }
  });
});
