import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPersonal } from '../../src/cli/personal-hash.js';
import { catalogueTexts } from '../../src/cli/texts.js';
import { builtCatalogue, check } from '../../src/index.js';
import type { Report, ReportContext } from '../../src/model/report.js';
import { withLostZeros } from '../../src/vocabulary/index.js';
import { runInProcess } from '../cli/running.js';
import {
  csvOf,
  type Normalised,
  normalise,
  repository,
  catalogue as sourceCatalogue,
} from '../normalise/normalising.js';
import { bytesSource } from '../read/reading.js';
import { textFormatter, textFormatters } from '../report/writing.js';

// Each test is named after the hazard's number in the list of what really arrives.

const catalogue = builtCatalogue();
// The catalogue's YAML takes its time where many tests run at once.
beforeAll(() => void sourceCatalogue(), 120_000);

const filing = ['商品货号', '商品名称', 'HS编码', '原产国', '条形码', '计量单位', '净重', '毛重'];
const shopify = ['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Variant SKU', 'Variant Price', 'Image Src'];
const presta = ['Product ID', 'Name *', 'EAN13', 'Wholesale price', 'Tags (x;y;z...)', 'Image URLs (x;y;z...)'];

type Rows = readonly (readonly string[])[];

const reportOf = (rows: Rows, more: object = {}): Promise<Report> =>
  check([bytesSource(csvOf(rows))], { asOf: '2026-11-23', catalogue, ...more });

/** Rules that fail, with the cell and what stands there. */
const failing = ({ findings }: Report, id = ''): (readonly [string, string | undefined, string | undefined])[] =>
  findings
    .filter(({ rule }) => rule.startsWith(id))
    .map(({ rule, location, actual }) => [rule, location.cell, actual] as const);

const noticesOf = ({ notices }: Pick<Normalised, 'notices'>) => notices.map(({ id, values }) => [id, values] as const);
const fieldsOf = ({ records }: Normalised) => records.map(({ fields }) => fields);

/** A filing table of one article, some of its cells being these. */
const articles = (...cells: readonly { readonly [header: string]: string }[]): Rows => [
  filing,
  ...cells.map((own, index) =>
    filing.map(
      (header, at) =>
        own[header] ?? [`A-${index + 1}`, '茶杯', '6912001000', '日本', '', '007', '0.28', '0.30'][at] ?? '',
    ),
  ),
];

describe('C: numbers and codes', () => {
  test('C1: a bar code in scientific notation is an error that says to go back to the source', async () => {
    const report = await reportOf(articles({ 条形码: '6.90123E+12' }, { 条形码: '6,90123E+12' }));
    expect(failing(report, 'gb-12904-2008')).toEqual([
      ['gb-12904-2008/digits-lost', 'E2', '6.90123E+12'],
      ['gb-12904-2008/digits-lost', 'E3', '6,90123E+12'],
    ]);
  });

  test('C1: any other identifier: its digits are lost, and the run is not green', async () => {
    const report = await reportOf(articles({ 商品货号: '2.1E+11' }, { 商品货号: '1E5' }, { 商品货号: '2.2E+11' }));
    expect(report.verdict).toBe('incomplete');
    expect(report.notices.filter(({ id }) => id === 'written-in-powers')).toMatchObject([
      {
        weight: 'fault',
        values: { header: '商品货号', shown: '2.1E+11', count: 2 },
        location: { cell: 'A2', line: 2 },
      },
    ]);
  });

  test('C3: a lost zero is named as such, and repaired only where the check digit proves it', async () => {
    const report = await reportOf(articles({ 条形码: '36000291452', HS编码: '902209000' }));
    expect(failing(report)).toContainEqual(['gb-12904-2008/length', 'E2', '36000291452']);
    expect(failing(report)).toContainEqual(['ceb-interface-202205/hs-code', 'C2', '902209000']);
    const rule = (id: string) => catalogue.catalogue.rules.find((one) => one.id === id);
    expect(rule('gb-12904-2008/length')?.fix).toEqual(['gtin-zero']);
    expect(rule('ceb-interface-202205/hs-code')?.fix).not.toContain('gtin-zero');
  });

  test('C3: the finding names what probably stood there, in every report', async () => {
    const cells = [
      { 条形码: '36000291452', HS编码: '902209000' },
      { 条形码: '1111041609', HS编码: '6912001000' },
      { 条形码: '36000291453', HS编码: '691200100' },
    ];
    const report = await reportOf(articles(...cells));
    const restored = report.findings.flatMap(({ expected, location }) => {
      const value = expected.values['restored'];
      return value === undefined ? [] : [[location.cell, value]];
    });
    expect(restored).toEqual([
      ['C2', '0902209000'],
      ['E2', '036000291452'],
      ['E3', '001111041609'],
    ]);
    for (const { id, load } of textFormatters) {
      const text = [...(await load())(report, plainContext)].join('');
      // The badge and the list of outcomes show no values.
      if (text.includes('902209000')) expect([id, text.includes('0902209000')]).toEqual([id, true]);
    }
  });

  test.each([
    ['36000291452', 'gtin', '036000291452'],
    ['36000291453', 'gtin', undefined],
    ['1111041609', 'gtin', '001111041609'],
    ['0306406152', 'gtin', undefined],
    ['902209000', 'tariff-code', '0902209000'],
    ['9022090', 'tariff-code', '09022090'],
    ['902.20.9000', 'tariff-code', '0902209000'],
    ['40900', 'tariff-code', '040900'],
    ['691200100', 'tariff-code', undefined],
    ['99022090', 'tariff-code', undefined],
  ] as const)('C3: %s as a %s', (digits, kind, whole) => {
    expect(withLostZeros(digits, kind)).toBe(whole);
  });

  test('C3: a postal code is short only where the country says so', async () => {
    const headers = ['订单号', '收件人姓名', '收件人地址', '国家', '邮编', '商品名称', '数量'];
    const row = (country: string, code: string) => ['1', 'A', 'B', country, code, 'C', '1'];
    const codes = [row('US', '2138'), row('US', '02138'), row('AU', '2138'), row('', '2138'), row('德国', '1067')];
    const read = await normalise(csvOf([headers, ...codes]));
    expect(noticesOf(read).filter(([id]) => id === 'zero-lost')).toEqual([
      ['zero-lost', { header: '邮编', shown: '2***', meant: '0****', count: 2 }],
    ]);
    expect(read.records[0]?.fields['consigneePostalCode']).toBe('2138');
  });

  test.each([
    ['036000291452', '036000291452', []],
    ['9520000000004', '9520000000004', []],
    ['09520000000004', '09520000000004', []],
    ['96385074', '96385074', []],
    ['952-0000-000004', '9520000000004', []],
    ['952 0000 000004', '9520000000004', []],
    ['9520000000004.0', '9520000000004', []],
    ['0-306-40615-2', '0306406152', []],
    ['1234567890123', '1234567890123', ['check-digit']],
    ['0000000000000', '0000000000000', ['placeholder']],
    ['123456789012', '123456789012', ['placeholder']],
    ['2102134001507', '2102134001507', ['restricted-prefix']],
  ])('C6: the bar code %s', async (written, gtin, rules) => {
    expect(fieldsOf(await normalise(csvOf(articles({ 条形码: written }))))).toMatchObject([{ gtin }]);
    const found = failing(await reportOf(articles({ 条形码: written })), 'gb-12904-2008').map(([id]) => id);
    expect(found).toEqual(rules.map((rule) => `gb-12904-2008/${rule}`));
  });

  test.each([
    ['12,50', '12.50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['.5', '.5'],
    ['1,234,567', '1234567'],
    ['1234', '1234'],
    ['1.234', '1.234'],
    ['about 5', 'about 5'],
  ])('C7: the number %s', async (written, read) => {
    expect(fieldsOf(await normalise(csvOf(articles({ 净重: written }))))).toMatchObject([{ netWeight: read }]);
  });

  test('C7: the column decides what a number leaves open; without a sign the user is asked', async () => {
    const weights = async (cells: readonly string[], decimal?: 'comma' | 'point') => {
      const rows = articles(...cells.map((净重) => ({ 净重, 毛重: '' })));
      const read = await normalise(csvOf(rows), undefined, decimal === undefined ? {} : { decimal });
      return { weights: fieldsOf(read).map(({ netWeight }) => netWeight), notices: noticesOf(read) };
    };
    expect(await weights(['1,234', '0,5'])).toEqual({ weights: ['1.234', '0.5'], notices: [] });
    expect(await weights(['1,234', '0.5'])).toEqual({ weights: ['1234', '0.5'], notices: [] });
    const unclear = await weights(['1,234', '7']);
    expect(unclear).toEqual({
      weights: ['1,234', '7'],
      notices: [['decimals-unclear', { header: '净重', shown: '1,234', count: 1 }]],
    });
    expect((await weights(['1,234', '7'], 'comma')).weights).toEqual(['1.234', '7']);
    expect((await weights(['1,234', '7'], 'point')).weights).toEqual(['1234', '7']);
    expect(await weights(['1,50', '1.25', '2,50'])).toEqual({
      weights: ['1.50', '1.25', '2.50'],
      notices: [['decimals-mixed', { header: '净重', shown: '1.25', other: '1,50', count: 1 }]],
    });
    expect((await reportOf(articles({ 净重: '1,234', 毛重: '' }))).verdict).toBe('incomplete');
  });

  test('C9: kilograms and pounds that disagree; rounding is no disagreement', async () => {
    const read = await normalise(
      csvOf([
        ['箱号', 'SKU', 'FSKU', '数量', '重量', '磅'],
        ['1', 'A-1', 'X1', '100', '21.8', '48.1'],
        ['1', 'A-2', 'X2', '29', '0', '0'],
        ['2', 'A-1', 'X1', '5', '20.1', '20.1'],
      ]),
    );
    const [notice] = read.notices.filter(({ id }) => id === 'units-disagree');
    expect(notice).toMatchObject({
      weight: 'fault',
      values: { header: '磅', first: '重量', shown: '20.1', other: '20.1', count: 1 },
      location: { cell: 'F4' },
    });
  });

  test('C9: two columns of a listing for one weight in two units', async () => {
    const columns = articles({ 净重: '0.28' }, { 净重: '0.28' }, { 净重: '0.28' }).map((row, index) => [
      ...row,
      ['净重(g)', '280', '0.28', ''][index] ?? '',
    ]);
    const [notice] = (await normalise(csvOf(columns))).notices.filter(({ id }) => id === 'units-disagree');
    expect(notice).toMatchObject({
      weight: 'fault',
      values: { header: '净重(g)', first: '净重', shown: '0.28', other: '0.28', count: 1 },
      location: { cell: 'I3' },
    });
  });

  test.each([
    ['21.8', '0'],
    ['21.8', ''],
    ['21.8', '21.8'],
  ])('C9: the weight of a carton counts once, its rows saying %s and %s', async (first, second) => {
    const rows = [
      ['箱号', 'SKU', 'FSKU', '数量', '重量'],
      ['1', 'A-1', 'X1', '100', first],
      ['1', 'A-2', 'X2', '29', second],
    ];
    const read = await normalise(csvOf(rows));
    expect(fieldsOf(read)).toMatchObject([{ grossWeight: '21.8', lines: [{ sku: 'A-1' }, { sku: 'A-2' }] }]);
    expect(noticesOf(read).filter(([id]) => id !== 'column-unknown')).toEqual([]);
    const { notices } = await reportOf(rows);
    expect(notices.filter(({ weight }) => weight === 'fault')).toEqual([]);
  });

  test('C9: net above gross in a packing list', async () => {
    const headers = ['Carton No.', 'Description of Goods', 'Qty', 'N.W. (KGS)', 'G.W. (KGS)', 'HS Code'];
    const report = await reportOf([
      headers,
      ['1', 'Cups', '10', '9.5', '9.0', '691200'],
      ['2', 'Cups', '10', '9', '9', '691200'],
    ]);
    expect(report.inputs[0]?.format).toBe('packing-list-en');
    expect(failing(report, 'gacc-2019-18/line-net-weight')).toEqual([['gacc-2019-18/line-net-weight', 'D2', '9.5']]);
  });

  test('C9: net above gross', async () => {
    const report = await reportOf(articles({ 净重: '0.30', 毛重: '0.28' }, { 净重: '0.28', 毛重: '0.28' }));
    expect(failing(report, 'ceb-interface-202205/net-weight')).toEqual([
      ['ceb-interface-202205/net-weight', 'G2', '0.30'],
    ]);
  });

  test.each(['10-Dec', 'Dec-10', '12月10日', '2025-12-10'])('C11: the size %s was something else', async (shown) => {
    const headers = ['id', 'title', 'description', 'link', 'image_link', 'availability', 'price', 'size', 'mpn'];
    const row = ['A-1', 'Cup', 'A cup', 'https://a.example/1', 'https://a.example/1.jpg', 'in_stock', '5 EUR', shown];
    const read = await normalise(csvOf([headers, [...row, 'SS-2025-01-01']]));
    expect(noticesOf(read)).toEqual([['text-as-date', { header: 'size', shown, count: 1 }]]);
  });

  test.each([
    ['TRUE', true],
    ['真', true],
    ['假', false],
    ['VRAI', true],
    ['Falsch', false],
  ])('C11: %s is an answer', async (written, read) => {
    const [fields] = fieldsOf(
      await normalise(
        csvOf([
          [...shopify, 'Published'],
          ['c', 'C', '', '', '', '', '', written],
        ]),
      ),
    );
    expect(fields?.['published']).toBe(read);
  });
});

describe('C: texts', () => {
  const html = (cell: string) => normalise(csvOf([shopify, ['cup', 'Cup', cell, 'M', 'A-1', '5', '']]));

  test('C13: no cell of a report is a formula; negative numbers and dashes stay', async () => {
    const report = await reportOf(articles({ 商品货号: '=1+1', HS编码: '=cmd|x' }, { 商品货号: '-5', HS编码: '-' }));
    const write = await textFormatter('csv').load();
    const text = [...write(report, plainContext)].join('');
    expect(text).toContain("'=cmd|x");
    expect(text).not.toMatch(/(?:^|,)"?[=+@\t]/mu);
    expect(text).toContain(',-,');
  });

  test('C14: descriptions are judged as a reader sees them', async () => {
    const read = await html('<p>国家<b>级</b></p><style>p{}</style><ul><li>A&amp;B</li><li>5&nbsp;g</li></ul>');
    expect(fieldsOf(read)).toMatchObject([{ description: { und: '国家级\nA&B\n5\u00a0g' } }]);
    expect(read.records[0]?.raw['description']).toContain('<b>');
    expect(fieldsOf(await html('a < b, c > d & e'))).toMatchObject([{ description: { und: 'a < b, c > d & e' } }]);
    const rows = [shopify, ['cup', '茶杯', '<p>国家<b>级</b>品质</p>', 'M', 'A-1', '5', '']];
    const report = await reportOf(rows, { direction: 'import' });
    expect(failing(report, 'advertising-law/absolute-terms')).toEqual([
      ['advertising-law/absolute-terms', 'C2', '国家级品质'],
    ]);
  });

  test('C14: scripts and entities escaped twice are said', async () => {
    expect(noticesOf(await html('<p>x</p><script>alert(1)</script>'))).toEqual([
      ['script-in-text', { header: 'Body (HTML)', shown: '<script', count: 1 }],
    ]);
    const twice = await html('5&amp;quot; wide');
    expect(fieldsOf(twice)).toMatchObject([{ description: { und: '5&quot; wide' } }]);
    expect(noticesOf(twice)).toEqual([['entities-twice', { header: 'Body (HTML)', shown: '&amp;quot;', count: 1 }]]);
  });

  test.each(['N/A', 'n/a', '待定', '见图', ' TBD '])('C15: %s says nothing, and counts as empty', async (word) => {
    const read = await normalise(csvOf(articles({ 商品名称: word }, { 原产国: word })));
    expect(fieldsOf(read)[0]).not.toHaveProperty('title');
    expect(fieldsOf(read)[1]).not.toHaveProperty('originCountry');
    expect(read.records[0]?.raw['title']).toBe(word);
    expect(noticesOf(read).filter(([id]) => id === 'placeholder')).toEqual([
      ['placeholder', { header: '商品名称', shown: word.trim(), count: 1 }],
      ['placeholder', { header: '原产国', shown: word.trim(), count: 1 }],
    ]);
    const report = await reportOf(articles({ 商品名称: word }), { direction: 'import' });
    expect(failing(report).some(([, cell]) => cell === 'B2')).toBe(true);
  });

  test.each([
    ['ceb311', 'itemName'],
    ['ceb311', 'consigneeAddress'],
    ['ceb411', 'payerName'],
    ['ceb511', 'consigneeAddress'],
    ['ceb621', 'gname'],
  ])('C15: 待定 in %s is no %s, and the finding quotes it', async (message, element) => {
    const text = readFileSync(`${repository}fixtures/quickstart/trade/${message}.xml`, 'utf8');
    const idle = bytesSource(text.replace(new RegExp(`(?<=<ceb:${element}>)[^<]*`, 'u'), '待定'));
    const missing = async (more: object) =>
      (await check([idle], { asOf: '2026-11-23', catalogue, ...more })).findings
        .filter(({ rule, location }) => rule.endsWith('.missing') && location.name === `ceb:${element}`)
        .map(({ actual }) => actual);
    expect(await missing({})).toEqual(['待定']);
    expect(await missing({ placeholders: ['-待定'] })).toEqual([]);
  });

  test('C15: the words are the user’s to choose', async () => {
    const title = async (word: string, placeholders: readonly string[]) => {
      const report = await reportOf(articles({ 商品名称: word }), { direction: 'import', placeholders });
      const found = report.findings.find(
        ({ location, rule }) => location.cell === 'B2' && rule.endsWith('/name-stated'),
      );
      return found?.actual;
    };
    expect(await title('待定', [])).toBe('待定');
    expect(await title('无名', [])).toBeUndefined();
    expect(await title('无名', ['无名'])).toBe('无名');
    expect(await title('待定', ['-待定'])).toBeUndefined();
  });

  test('C15: answers that look like it are answers', async () => {
    const read = await normalise(csvOf(articles({ 商品货号: 'test', 商品名称: 'Test strips', 条形码: '无' })));
    expect(fieldsOf(read)).toMatchObject([{ sku: 'test', title: { 'zh-CN': 'Test strips' }, gtin: '无' }]);
    expect(noticesOf(read)).toEqual([]);
  });

  test.each([
    ['Ceramic cup', true],
    ['Taoci chabei', true],
    ['陶瓷茶杯 ceramic cup', false],
  ])('C22: a law that asks for Chinese names field and cell of %s', async (title, fails) => {
    const report = await reportOf(articles({ 商品名称: title }), { direction: 'import' });
    const names = failing(report).filter(([, cell]) => cell === 'B2');
    expect(names.some(([rule]) => rule.endsWith('/chinese-name'))).toBe(fails);
    for (const { rule, standards } of report.findings) expect([rule, standards.length > 0]).toEqual([rule, true]);
  });

  test.each([
    ['请置于阴凉干燥处', undefined],
    ['請置於陰涼乾燥處', '請'],
    ['直射日光を避け、涼しい場所で保存', undefined],
    ['乾煸、瞭望、著名', undefined],
  ])('C22: traditional characters where a label takes standard ones: %s', async (storage, found) => {
    const headers = [
      'sku',
      'title@zh-CN',
      'gtin',
      'originCountry',
      'categoryPath',
      'storageConditions@zh-CN',
      'groupId',
      'listingId',
    ];
    const row = ['A-1', '維他檸檬茶', '', 'HK', '食品', storage, 'G', '1'];
    const report = await reportOf([headers, row], { direction: 'import', categories: ['prepackaged-food'] });
    const terms = report.findings
      .filter(({ rule }) => rule.endsWith('/standard-characters'))
      .map(({ expected, severity, field }) => [field, expected.values['term'], severity]);
    expect(terms).toEqual(found === undefined ? [] : [['storageConditions', found, 'advice']]);
  });

  test.each([
    ['https://a.example/1.jpg; http://a.example/2.jpg', undefined],
    ['//cdn.example/1.jpg?v=2', undefined],
    ['/images/1.jpg', '/images/1.jpg'],
    ['https://a.example/1.jpg; cup.jpg', 'cup.jpg'],
    ['C:\\Pictures\\1.jpg', 'C:\\Pictures\\1.jpg'],
    ['data:image/png,iVBORw0KGgo=', 'data:image/png'],
    ['https://a.example/1.jpg https://a.example/2.jpg', 'https://a.example/1.jpg https://a.example/2.jpg'],
  ])('C23: pictures nobody can fetch: %s', async (images, shown) => {
    const read = await normalise(csvOf([presta, ['1', 'Cup', '', '', '', images]]));
    const header = 'Image URLs (x;y;z...)';
    expect(noticesOf(read)).toEqual(shown === undefined ? [] : [['link-local', { header, shown, count: 1 }]]);
  });

  test('C24: personal data is masked in every report, unless it is asked for', async () => {
    const secrets = ['110101199003070012', '王小明王小明', '北京市朝阳区建国路88号', '1381234567'];
    const [identity = '', name = '', address = '', telephone = ''] = secrets;
    const order = readFileSync(`${repository}fixtures/quickstart/trade/ceb311.xml`, 'utf8')
      .replace('<ceb:buyerIdNumber>330000190001011243<', `<ceb:buyerIdNumber>${identity}<`)
      .replaceAll('>示例甲<', `>${name.repeat(40)}<`)
      .replace('示例省示例市示例区示例路16号', address.repeat(30))
      .replaceAll('>00000000000<', `>${telephone.repeat(7)}<`);
    const report = await check([bytesSource(order)], { asOf: '2026-11-23', catalogue });
    expect(report.findings.filter(({ personal }) => personal).length).toBeGreaterThan(1);
    for (const { id, load } of textFormatters) {
      const write = await load();
      const text = [...write(report, plainContext)].join('');
      for (const secret of secrets) expect([id, text.includes(secret)]).toEqual([id, false]);
    }
    const write = await textFormatter('text').load();
    const shown = [...write(report, { ...plainContext, showValues: true })].join('');
    expect(shown).toContain('110101199003070012');
  });

  const people = ['110101199003070012', '110101199003070013', '110101199003070012'];
  const order = readFileSync(`${repository}fixtures/quickstart/trade/ceb311.xml`, 'utf8');
  const orderOf = (identity: string): string =>
    order.replace('<ceb:buyerIdNumber>330000190001011243<', `<ceb:buyerIdNumber>${identity}<`);

  test('C24: a hash tells people apart in every report, and names nobody', async () => {
    const sources = people.map((identity, index) => ({ ...bytesSource(orderOf(identity)), name: `${index}.xml` }));
    const report = await check(sources, { asOf: '2026-11-23', catalogue });
    const hash = hashPersonal('a key of this test alone');
    const context = { ...plainContext, hidePersonal: hash };
    for (const { id, load } of textFormatters) {
      const text = [...(await load())(report, context)].join('');
      for (const identity of people) expect([id, text.includes(identity)]).toEqual([id, false]);
      const hashes = text.match(/hash:[0-9a-z]{10}/gu) ?? [];
      if (hashes.length > 0) expect([id, hashes]).toEqual([id, expect.arrayContaining(people.map(hash))]);
    }
    const write = await textFormatter('text').load();
    expect([...write(report, context)].join('').match(/hash:[0-9a-z]{10}/gu)?.length).toBe(3);
  });

  test('C24: hashes are those of one run, unless a key is kept for them', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'personal-')), 'order.xml');
    writeFileSync(file, orderOf('110101199003070012'));
    const hashes = async (env = {}): Promise<string> => {
      const { stdout } = await runInProcess(['check', file, '--personal', 'hash', '--format', 'json'], { env });
      expect(stdout).not.toContain('110101199003070012');
      return [...new Set(stdout.match(/hash:[0-9a-z]{10}/gu))].join();
    };
    const kept = { BORDERLINT_PERSONAL_KEY: 'thirty-two letters of no meaning' };
    expect(await hashes()).not.toBe(await hashes());
    expect(await hashes(kept)).toBe(await hashes(kept));
    const short = await runInProcess(['check', file], {
      env: { BORDERLINT_PERSONAL: 'hash', BORDERLINT_PERSONAL_KEY: 'secret' },
    });
    expect(short.exit).toBe(2);
    expect(short.stderr).toContain('BORDERLINT_PERSONAL_KEY has fewer than 16 characters');
    expect(short.stderr).not.toContain('secret');
    const shown = await runInProcess(['check', file, '--personal', 'show', '--format', 'json']);
    expect(shown.stdout).toContain('110101199003070012');
  });

  test('C24: a hash is one for the value, not for its spelling', () => {
    const hash = hashPersonal('a key of this test alone');
    expect(hash(' 13800138000 ')).toBe(hash('１３８００１３８０００'));
    expect(hash('13800138000')).not.toBe(hash('13800138001'));
    expect(hash('')).toBe('');
    const many = new Set(Array.from({ length: 20_000 }, (_, index) => hash(String(index))));
    expect(many.size).toBe(20_000);
  });
});

const plainContext: ReportContext = {
  language: 'en',
  texts: catalogueTexts(catalogue.catalogue, ['order', 'listing']),
  width: 100,
  color: false,
  showValues: false,
  detail: 'full',
};
