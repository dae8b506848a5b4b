import type { Expectation } from '../model/finding.js';
import type { ChildElement, MessageStructure, StructureRule } from '../model/format.js';
import type { Language } from '../model/language.js';
import { expectation, lengthExpected, renderExpectation } from '../text/expectations.js';
import { inLanguage } from '../text/language.js';
import { fillKnown } from './examples.js';
import type { Pair, Words } from './page.js';

/** The rule's message on an element of the message. */
export function structureHeadline(rule: StructureRule, structure: MessageStructure, language: Language): string {
  return filled(rule, rule.message, structure, language);
}

export function structureRemedy(rule: StructureRule, structure: MessageStructure, language: Language): string {
  return filled(rule, rule.remedy, structure, language);
}

function filled(
  rule: StructureRule,
  text: StructureRule['message'],
  structure: MessageStructure,
  language: Language,
): string {
  const { element, expected } = instance(rule, structure);
  return fillKnown(inLanguage(text, language), {
    element: element === undefined ? undefined : `<${element}>`,
    expected: expected === undefined ? undefined : renderExpectation(expected, language),
  });
}

/** One case of the breach, on elements the message really has. */
function instance(
  { breach }: StructureRule,
  { root, namespace, attributes, children }: MessageStructure,
): { readonly element?: string; readonly expected?: Expectation } {
  const [path, longest] = Object.entries(children).reduce<readonly [string, readonly ChildElement[]]>(
    (best, entry) => (entry[1].length > best[1].length ? entry : best),
    ['', []],
  );
  const parent = path.split('/').at(-1) ?? root;
  const [first, second] = longest;
  switch (breach) {
    case 'namespace':
      return { expected: expectation('namespace', { namespace }) };
    case 'attribute': {
      const [attribute] = attributes;
      return attribute === undefined ? {} : { expected: expectation('attribute', { name: attribute.name }) };
    }
    case 'order':
      return first === undefined || second === undefined
        ? {}
        : {
            element: second.element,
            expected: expectation('child-order', { child: second.element, after: first.element }),
          };
    case 'unknown':
      return { expected: expectation('known-child', { parent }) };
    case 'repeated':
      return first === undefined ? {} : { element: first.element, expected: expectation('single-child', {}) };
    case 'missing':
      return first === undefined ? {} : { expected: expectation('value', { child: first.element }) };
    case 'encoding':
      return { expected: expectation('encoding', { encoding: 'utf-8' }) };
    case 'content':
      return { element: parent, expected: expectation('no-text', first === undefined ? {} : { child: first.element }) };
    case 'value': {
      const text = Object.values(children)
        .flat()
        .find(({ length }) => length !== undefined);
      const { min = 0, max = 0 } = text?.length ?? {};
      return text === undefined ? {} : { element: text.element, expected: lengthExpected(min, max) };
    }
    case 'signature':
      return { expected: expectation('value', { child: 'ds:Signature' }) };
  }
}

/** What the message's specification demands where this rule looks. */
export function structureWords(
  { breach }: StructureRule,
  { root, namespace, attributes, children }: MessageStructure,
  language: Language,
): readonly Words[] {
  const zh = language === 'zh-CN';
  if (breach === 'namespace')
    return [
      {
        text: zh
          ? `根元素 <${root}> 及其下元素属于命名空间 ${namespace}`
          : `<${root}> and what is in it are of the namespace ${namespace}`,
      },
    ];
  if (breach === 'value')
    return Object.values(children)
      .flat()
      .flatMap((child) => lengthWords(child, language));
  if (breach !== 'attribute') return [{ text: breachWords[breach][zh ? 'zh-CN' : 'en'] }];
  return attributes.map(({ name: own, required, pattern, at }) => {
    const name = at === undefined ? own : `${at}/@${own}`;
    const given = zh
      ? `属性 ${name}${required ? '必须填写' : '可不填'}`
      : `The attribute ${name} ${required ? 'is given' : 'may be left out'}`;
    const form = pattern === undefined ? '' : renderExpectation(expectation('pattern', { pattern }), language);
    return {
      text: form === '' ? given : `${given}${zh ? '，为' : ': '}${attributeForm(pattern ?? '', language) ?? form}`,
    };
  });
}

function lengthWords({ element, length }: ChildElement, language: Language): readonly Words[] {
  if (length === undefined) return [];
  return [
    {
      text: `<${element}>${language === 'zh-CN' ? '：' : ': '}${renderExpectation(lengthExpected(length.min, length.max), language)}`,
    },
  ];
}

/** `^.{36}$` and `^.{1,10}$`, the forms message attributes take. */
function attributeForm(pattern: string, language: Language): string | undefined {
  const found = /^\^\.\{(\d+)(?:,(\d+))?\}\$$/.exec(pattern);
  if (found === null) return undefined;
  const [, least = '', most] = found;
  if (most === undefined) return renderExpectation(expectation('exact-length', { length: least }), language);
  return language === 'zh-CN' ? `${least} 至 ${most} 个字符` : `${least} to ${most} characters`;
}

const breachWords = {
  order: { en: 'Elements stand in the order below', 'zh-CN': '元素按下列顺序排列' },
  unknown: { en: 'Only the elements below occur, each in its place', 'zh-CN': '只出现下列元素，且位于规定位置' },
  repeated: { en: 'No element occurs more often than said below', 'zh-CN': '元素出现次数不超过下列规定' },
  missing: { en: 'Every element below occurs, unless it is in brackets', 'zh-CN': '下列元素除方括号内的以外均须出现' },
  encoding: { en: 'The message is in the encoding its declaration names', 'zh-CN': '报文实际编码与其 XML 声明一致' },
  content: { en: 'Elements with children hold nothing but elements', 'zh-CN': '含有子元素的元素内不含文字' },
  signature: { en: 'The message is signed', 'zh-CN': '报文已签名' },
} as const;

/** Children of every element in order: `guid, appType, [copNo], Order ×100`. Brackets: may be left out. */
export function childPairs({ root, children }: MessageStructure): readonly Pair[] {
  return Object.entries(children).map(([path, list]) => ({
    label: path === '' ? root : path,
    text: list.map(childWords).join(', '),
  }));
}

function childWords({ element, min, max }: ChildElement): string {
  const often = max === 1 ? '' : max === 0 ? ' ×n' : ` ×${max}`;
  return min === 0 ? `[${element}${often}]` : `${element}${often}`;
}
