import type { Language, Text } from '../../src/model/language.js';
import type { CatalogueTexts, ReportContext, RuleText, StandardText } from '../../src/model/report.js';
import type { Severity } from '../../src/model/standard.js';
import { elementTexts } from '../../src/text/element-texts.js';

/** Invented standards: the reports under test speak of nothing real. */
const standards: readonly StandardText[] = [
  standard(
    'demo-1-2020',
    'DEMO 1-2020',
    { 'zh-CN': '示例商品条码 编码与校验', en: 'Sample bar codes: numbering and checking' },
    'national',
    [['4.2', { 'zh-CN': '校验码', en: 'Check digit' }]],
  ),
  standard('demo-t-2-2021', 'DEMO/T 2-2021', { 'zh-CN': '示例跨境电子商务 进口商品信息发布与展示规范' }, 'national', [
    ['5.2', {}],
    ['7.1', { 'zh-CN': '展示', en: 'Display' }, { en: 'Is the notice easy to find?', 'zh-CN': '提示是否容易看到？' }],
  ]),
  standard(
    'demo-msg-311',
    'DEMO MSG 311',
    { 'zh-CN': '示例电子订单数据报文规范', en: 'Sample electronic order message' },
    'customs',
    [['4.1.1', { 'zh-CN': '订单表头', en: 'Order head' }]],
  ),
  standard('demo-4-2027', 'DEMO 4-2027', { 'zh-CN': '示例预包装食品标签通则' }, 'national', []),
];

function standard(
  slug: string,
  number: string,
  title: StandardText['title'],
  level: StandardText['level'],
  clauses: readonly (readonly [ref: string, title: StandardText['title'], question?: Text])[],
): StandardText {
  return {
    slug,
    number,
    title,
    level,
    obligation: 'recommended',
    status: 'current',
    statusConfirmed: slug !== 'demo-msg-311',
    effective: slug === 'demo-4-2027' ? { from: '2027-03-16' } : slug === 'demo-msg-311' ? {} : { from: '2020-12-01' },
    sources: [],
    citations: [],
    clauses: clauses.map(([ref, name, question]) =>
      question === undefined
        ? { ref, title: name, coverage: 'automated' }
        : { ref, title: name, coverage: 'manual', question },
    ),
  };
}

const element = { element: 'orderNo', name: { 'zh-CN': '订单编号', en: 'Order number' } };

const rules: readonly RuleText[] = [
  rule('demo-1-2020/check-digit', '4.2', 'error', {
    message: { en: 'The check digit of {field} is wrong.', 'zh-CN': '{field}的校验码不正确。' },
    remedy: {
      en: 'Read the bar code again from the package; do not compute a new check digit for a mistyped number.',
      'zh-CN': '请对照包装重新录入条码；不要为录错的号码另算校验码。',
    },
  }),
  rule('demo-t-2-2021/origin-country', '5.2', 'warning', {
    message: { en: '“{actual}” is not a country code.', 'zh-CN': '“{actual}”不是国家或地区代码。' },
    remedy: { en: 'Write {expected}.', 'zh-CN': '请填写{expected}。' },
  }),
  rule('demo-t-2-2021/chinese-title', undefined, 'advice', {
    message: { en: '{field} has no Chinese text.', 'zh-CN': '{field}没有中文内容。' },
    remedy: { en: 'Add a Chinese title.', 'zh-CN': '请补充中文标题。' },
  }),
  rule('demo-msg-311/order-no.format', '4.1.1', 'error', elementTexts('format', element)),
  rule('demo-msg-311/amounts-agree', '4.1.1', 'error', {
    message: { en: 'The sum of {field} does not add up.', 'zh-CN': '{field}与各分项之和不符。' },
    remedy: { en: 'Correct the parts or the total: {expected}.', 'zh-CN': '请更正分项或合计：{expected}。' },
  }),
  rule('demo-msg-311/payment-agrees', undefined, 'error', {
    message: { en: 'Order and payment differ in {field}.', 'zh-CN': '订单与支付单的{field}不一致。' },
    remedy: { en: 'Make both say the same.', 'zh-CN': '请使两者一致。' },
  }),
  rule('demo-4-2027/best-before', undefined, 'error', {
    message: { en: 'The date of best before is missing.', 'zh-CN': '缺少保质期到期日。' },
    remedy: { en: 'Give it.', 'zh-CN': '请填写。' },
  }),
];

function rule(
  id: string,
  clause: string | undefined,
  severity: Severity,
  texts: { readonly message: Text; readonly remedy: Text },
): RuleText {
  const own = { id, standard: id.split('/')[0] ?? '', evidence: 'text' as const, severity, ...texts };
  return clause === undefined ? own : { ...own, clause };
}

const labels: { readonly [field: string]: Text } = {
  gtin: { en: 'Barcode', 'zh-CN': '商品条码' },
  originCountry: { en: 'Country of origin', 'zh-CN': '原产国' },
  title: { en: 'Title', 'zh-CN': '商品名称' },
  orderNumber: { en: 'Order number', 'zh-CN': '订单编号' },
  actualPaid: { en: 'Amount paid', 'zh-CN': '实际支付金额' },
  goodsValue: { en: 'Goods value', 'zh-CN': '商品价格' },
  freight: { en: 'Freight', 'zh-CN': '运杂费' },
  discount: { en: 'Discount', 'zh-CN': '非现金抵扣金额' },
  buyerName: { en: 'Buyer’s name', 'zh-CN': '订购人姓名' },
  buyerIdNumber: { en: 'Buyer’s identity number', 'zh-CN': '订购人证件号码' },
  netWeight: { en: 'Net weight', 'zh-CN': '净重' },
  bestBefore: { en: 'Best before', 'zh-CN': '保质期' },
};

export const sampleTexts: CatalogueTexts = {
  rule: (id) => rules.find((one) => one.id === id),
  standard: (slug) => standards.find((one) => one.slug === slug),
  label: (field, language) => {
    const text = labels[field];
    return text === undefined ? field : (text[language] ?? text.en);
  },
};

export function contextFor(language: Language, width = 80, more: Partial<ReportContext> = {}): ReportContext {
  return { language, texts: sampleTexts, width, color: false, showValues: false, detail: 'full', ...more };
}
