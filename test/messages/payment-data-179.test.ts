import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { Report } from '../../src/model/report.js';
import { checkFiles } from '../cli/structural.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-24');
});

async function check(content: string | Uint8Array): Promise<Report> {
  const bytes = Buffer.from(content);
  return checkFiles(compiled, [
    {
      name: 'answer.txt',
      chunks: async function* () {
        yield bytes;
      },
    },
  ]);
}

type Members = { [member: string]: unknown };

const head: Members = {
  guid: '00000000-0000-4000-8000-00000000A179',
  initalRequest: 'total_fee=10000&sign=a+b%20c \u{1F600} "quoted" 100%',
  initalResponse: '<xml><return_code><![CDATA[SUCCESS]]></return_code></xml>',
  ebpCode: '0000FAKE01',
  payCode: '0000FAKE02',
  payTransactionId: 'SYNPAY0000000000000000000001',
  totalAmount: 100.5,
  currency: '142',
  verDept: '3',
  payType: '1',
  tradingTime: '20181212041803',
  note: '合成样例',
};
const order: Members = {
  orderNo: 'SYNO00000013',
  goodsInfo: [{ gname: '茶叶', itemLink: 'https://shop.example.com/tea?a=1&b=2' }],
  recpAccount: 'SYNACCOUNT0001',
  recpCode: '',
  recpName: '合成企业',
};
type Answer = { readonly head?: Members; readonly orders?: readonly Members[] };

const members = ({ head: own = {}, orders = [order] }: Answer): Members => ({
  sessionID: 'SYN-SESSION-1',
  payExchangeInfoHead: { ...head, ...own },
  payExchangeInfoLists: orders,
  serviceTime: '1760000000000',
});
const answered = (answer: Answer): Members => ({ ...members(answer), certNo: 'SYNCERT1', signValue: 'U1lO+/==' });
const json = (value: unknown): string => JSON.stringify(value);

/** The ways one answer is written. */
const written: { readonly [way: string]: (answer: Answer) => string } = {
  'as JSON': (answer) => json(answered(answer)),
  'as a form': (answer) => `payExInfoStr=${encodeURIComponent(json(answered(answer))).replaceAll('%20', '+')}`,
  'as a form nobody encoded': (answer) => `payExInfoStr=${json(answered(answer))}`,
  'as it is signed': (answer) =>
    Object.entries(members(answer))
      .map(([name, value]) => `"${name}":"${typeof value === 'string' ? value : json(value)}"`)
      .join('||'),
  'as it is signed, over several lines': (answer) =>
    Object.entries(members(answer))
      .map(
        ([name, value]) =>
          `"${name}" : ${typeof value === 'string' ? json(value) : `"${JSON.stringify(value, null, 2)}"`}`,
      )
      .join('\r\n|| '),
};
const ways = Object.entries(written);

const places = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, location }) => `${location.line}:${location.column} ${rule.replace('gacc-2018-179/', '')}`);

/** Line and column, in characters, of where a text begins in another. */
function placeIn(text: string, sought: string): string {
  const before = text.slice(0, text.indexOf(sought));
  const lines = before.split(/\r?\n/);
  return `${lines.length}:${[...(lines.at(-1) ?? '')].length + 1}`;
}

describe.each(ways)('an answer %s', (way, write) => {
  const format = way.startsWith('as it is signed') ? 'payment-data-179-signed' : 'payment-data-179';

  it('is known by its content and conforms', async () => {
    const report = await check(write({}));
    expect(report.inputs.map((input) => [input.format, input.records, input.complete])).toEqual([[format, 1, true]]);
    expect([places(report), report.notRun]).toEqual([[], []]);
  });

  // A mark that stays as it is in every way of writing tells where the value must be found.
  it.each([
    ['guid', 'guid.format', { head: { guid: 'MARKa' } }],
    ['ebpCode', 'ebp-code.format', { head: { ebpCode: 'MARK0000000000000000000000' } }],
    ['note', 'note.format', { head: { note: `MARK${'n'.repeat(1000)}` } }],
    ['initalRequest', 'inital-request.format', { head: { initalRequest: `MARK${'n'.repeat(8000)}` } }],
    ['verDept', 'ver-dept.code', { head: { verDept: 'M' } }],
    ['tradingTime', 'trading-time.format', { head: { tradingTime: 'MARK' } }],
    ['recpAccount', 'order-recp-account.format', { orders: [order, { ...order, recpAccount: 'MARK'.repeat(20) }] }],
    ['gname', 'goods-name', { orders: [{ ...order, goodsInfo: [{ gname: 'M'.repeat(251), itemLink: 'x' }] }] }],
  ] as const)('a fault of %s stands at its value', async (_member, rule, answer) => {
    const text = write(answer);
    const report = await check(text);
    const mark = text.includes('MARK') ? 'MARK' : text.includes('MMM') ? 'MMM' : '%22M%22';
    const opening =
      mark === '%22M%22' ? (text.includes(mark) ? mark : '"M"') : way === 'as a form' ? `%22${mark}` : `"${mark}`;
    expect(places(report)).toEqual([`${placeIn(text, opening)} ${rule}`]);
  });

  it('what is missing is said at what should hold it', async () => {
    const { recpName, ...rest } = order;
    const report = await check(write({ orders: [order, rest] }));
    expect(recpName).toBeDefined();
    expect(report.findings.map(({ rule }) => rule)).toEqual(['gacc-2018-179/order-recp-name.missing']);
    expect(report.findings[0]?.location.record).toBe(1);
  });
});

const signed = written['as it is signed'] ?? (() => '');

it('what comes of signing is asked of the answer, not of what is signed', async () => {
  const { certNo: _, ...unsigned } = answered({});
  expect(places(await check(json({ ...unsigned, signValue: 'U1lO +/==' })))).toEqual([
    '1:1 cert-no.missing',
    expect.stringMatching(/ signature-base64$/),
  ]);
});

it('a member in another place than the interface has it is told: the string is signed as it stands', async () => {
  const { guid, ...rest } = head;
  const text = signed({}).replace(json(head), json({ ...rest, guid }));
  const { notices } = await check(text);
  expect(notices.map(({ id, values, location }) => [id, values, `${location.line}:${location.column}`])).toEqual([
    ['parts-order', { header: 'guid', first: 'note' }, placeIn(text, json(guid))],
  ]);
});

it('members without quotation marks around them are read, and told', async () => {
  const text = signed({})
    .replaceAll(/"(?=[{[]"?)|(?<=[}\]])"/g, '')
    .replace('"1760000000000"', '1760000000000');
  const report = await check(text);
  expect([places(report), report.notRun]).toEqual([[], []]);
  expect(report.notices.map(({ id }) => id)).toEqual(['parts-unquoted', 'parts-unquoted']);
});

const rest = signed({});
const broken: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a || is missing',
    rest.replace('"||"payExchangeInfoLists', '""payExchangeInfoLists'),
    '"payExchangeInfoLists',
    /\|\|/,
  ],
  ['there is one | only', rest.replace('"||"serviceTime', '"|"serviceTime'), '|"serviceTime', /\|\|/],
  ['the name has no colon', rest.replace('"serviceTime":', '"serviceTime"'), '"serviceTime"', /"name":/],
  ['a || is left over', `${rest}||`, '', /"name":/],
  ['a member is there twice', `${rest}||"sessionID":"X"`, '"sessionID":"X"', /sessionID/],
  ['a closing quotation mark is missing', rest.replace('}"||', '}||'), '||"payExchangeInfoLists', /"/],
  [
    'the head lacks its end',
    rest.replace('}"||"payExchangeInfoLists', '"||"payExchangeInfoLists'),
    '"||"payExchangeInfoLists',
    /close brace/,
  ],
  ['a text within has a stray quotation mark', rest.replace('合成样例', '合"成样例'), '成样例"', /comma|symbol|brace/],
  ['it is cut off within the head', rest.slice(0, 300), '', /cut off/],
  ['it is cut off within the list', rest.slice(0, rest.indexOf('recpAccount')), '', /cut off/],
  ['it is cut off within a number', rest.slice(0, -3), '', /./],
];

it.each(broken)('one answer, at its place, where %s', async (_what, text, place, said) => {
  const report = await check(text);
  expect(report.verdict).toBe('incomplete');
  expect(report.notRun.map(({ reason }) => reason.en)).toEqual([expect.stringMatching(said)]);
  const { line, column } = report.notRun[0]?.location ?? {};
  const end = `1:${[...text].length + 1}`;
  expect(`${line}:${column}`).toBe(place === '' ? end : placeIn(text, place));
});

it.each(['%7B', '{'])('a form cut off after %s and more is told so', async (start) => {
  const whole = (start === '{' ? written['as a form nobody encoded'] : written['as a form'])?.({}) ?? '';
  for (const length of [200, 400, whole.length - 10]) {
    const report = await check(whole.slice(0, length));
    expect(report.notRun.map(({ reason }) => reason.en)).toEqual([expect.stringMatching(/cut off|JSON/)]);
    expect(report.verdict).toBe('incomplete');
  }
});

it('however deep or long, a member is read or its limit told', async () => {
  const deep = await check(rest.replace('"[{', `"${'['.repeat(50_000)}{`));
  expect(deep.notRun.map(({ reason }) => reason.en)).toEqual([expect.stringMatching(/levels of nesting/)]);
  const long = await check(signed({ head: { initalRequest: 'x'.repeat(1_000_000) } }));
  expect([places(long).length, long.notRun]).toEqual([1, []]);
});

it.each(ways)('an answer %s with any sign taken out, doubled or changed breaks nothing', async (_way, write) => {
  const text = write({});
  let seed = 179;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  for (let round = 0; round < 150; round++) {
    const at = next(text.length);
    const put = ['', `${text.charAt(at)}${text.charAt(at)}`, '"', '|', '{', ']', '%', '&', '\n'][next(9)] ?? '';
    const report = await check(text.slice(0, at) + put + text.slice(at + 1));
    const said = report.notRun.map(({ reason }) => reason.en);
    expect(said.filter((one) => one.includes('broke down'))).toEqual([]);
    if (report.inputs.length === 0) expect(report.verdict).toBe('incomplete');
  }
});
