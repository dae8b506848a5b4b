import { describe, expect, test } from 'vitest';
import { builtCatalogue, check } from '../../src/index.js';
import { csvOf, normalise } from '../normalise/normalising.js';
import { bytesSource } from '../read/reading.js';

// C21 of the list of what really arrives: declaration elements with empty values, other signs, another order.

const catalogue = builtCatalogue();
const asOf = '2026-11-23';

const table = (elements: string) => [
  ['商品货号', '商品名称', 'HS编码', '原产国', '条形码', '计量单位', '净重', '毛重', '申报要素'],
  ['A-1', '茶杯', '6912001000', '日本', '', '007', '0.28', '0.30', elements],
];

const failing = async (elements: string, more: object = {}) => {
  const { findings } = await check([bytesSource(csvOf(table(elements)))], { asOf, catalogue, ...more });
  const own = findings.filter(({ rule, location }) => rule.includes('/elements-') && location.cell === 'I2');
  return own.map(({ rule }) => rule.replace('gacc-2019-18/elements-', '')).sort();
};

test.each([
  ['品牌类型:0|出口享惠情况:3|用途:|GTIN:', { names: '用途、GTIN', parts: 4, empty: 2 }],
  ['品牌类型：0｜出口享惠情况：｜用途：饮水', { names: '出口享惠情况', parts: 3, empty: 1 }],
  ['0|3||陶瓷|', { places: '3, 5', parts: 5, empty: 2 }],
  ['品牌类型:0|出口享惠情况:3|用途:饮水', undefined],
  ['陶瓷茶杯', undefined],
])('C21: elements of %s have no value', async (elements, values) => {
  const { notices } = await normalise(csvOf(table(elements)));
  const expected = values === undefined ? [] : [['elements-empty', { header: '申报要素', ...values, count: 1 }]];
  expect(notices.map((notice) => [notice.id, notice.values])).toEqual(expected);
});

test.each([
  ['0|3|陶瓷|茶杯', []],
  ['0|3|陶瓷|尺寸：10cm', []],
  ['品牌类型:无品牌|出口享惠情况:不适用于进口报关单|用途:饮水', []],
  ['品名:茶杯|品牌类型:0|出口享惠情况:3|用途:饮水', []],
  ['品名:茶杯|材质:陶瓷', []],
  ['陶瓷茶杯', []],
  ['6|3|陶瓷', ['brand-type']],
  ['0|5|陶瓷', ['preference']],
  ['品牌类型:饮水|出口享惠情况:陶瓷|用途:0', ['brand-type', 'preference']],
  ['用途:饮水|品牌类型:0|出口享惠情况:3', ['order']],
  ['出口享惠情况:3|品牌类型:0|用途:饮水', ['order']],
  ['0｜3｜陶瓷', ['signs']],
  ['品牌类型：0|出口享惠情况：3|用途：饮水', ['signs']],
])('C21: the elements %s', async (elements, rules) => {
  expect(await failing(elements)).toEqual(rules);
});

describe('C21: of exports', () => {
  test.each([
    ['1|0|陶瓷', []],
    ['1|3|陶瓷', ['preference-export']],
    ['品牌类型:1|出口享惠情况:3|用途:饮水', ['preference-export']],
  ])('%s', async (elements, rules) => {
    expect(await failing(elements, { direction: 'export' })).toEqual(rules);
    expect(await failing(elements, { direction: 'import' })).toEqual([]);
  });

  test('a draft declaration has to begin with both', async () => {
    const draft = (elements: string) => [
      [
        '项号',
        '商品编号',
        '商品名称及规格型号',
        '数量及单位',
        '单价/总价/币制',
        '原产国（地区）',
        '最终目的国（地区）',
        '境内货源地',
        '征免',
        '申报要素',
      ],
      ['1', '6912001000', '陶瓷茶杯', '2个', '1', '中国', '美国', '宁波', '照章征税', elements],
    ];
    const rules = async (elements: string) => {
      const { findings } = await check([bytesSource(csvOf(draft(elements)))], { asOf, catalogue });
      return findings.filter(({ location }) => location.cell === 'J2').map(({ rule }) => rule);
    };
    expect(await rules('1|0|陶瓷')).toEqual([]);
    expect(await rules('陶瓷|茶杯')).toEqual(['gacc-2019-18/line-elements-begin']);
    expect(await rules('7|0|陶瓷')).toEqual(['gacc-2019-18/line-brand-type']);
  });
});
