import type { MessageStructure, StructureRule } from '../model/format.js';
import type { AcrossRule } from '../model/standard.js';
import { fillTemplate } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { acrossHeadline, acrossWords } from './across-words.js';
import type { ExplainContext } from './context.js';
import { concernPairs, formatWords } from './facts.js';
import { labeller } from './labels.js';
import { type Page, pair, section } from './page.js';
import { closingBlocks, ruleHead, standingBlock } from './rule.js';
import { childPairs, structureHeadline, structureRemedy, structureWords } from './structure-words.js';

/** A rule over many records or over the documents of one trade. */
export function acrossPage(rule: AcrossRule, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const standard = catalogue.standards.find(({ slug }) => slug === rule.standard);
  const text = labeller(language);
  const words = acrossWords(rule, context);
  const remedy = fillTemplate(inLanguage(rule.remedy, language), { field: '…', actual: '…', expected: '…', value: '…' });
  const blocks = [
    ...ruleHead(rule, acrossHeadline(rule, context), context),
    ...standingBlock(rule, standard, context),
    ...section(text('concerns'), { kind: 'pairs', pairs: concernPairs(rule.applies, context) }),
    ...section(text('demands'), { kind: 'bullets', items: words }),
    ...section(text('repair'), { kind: 'text', text: remedy }),
    ...closingBlocks(rule, standard, context),
  ];
  const { id, ...rest } = rule;
  return { blocks, data: { kind: 'across-rule', id, ...rest, number: standard?.number, title: standard?.title, inWords: { demands: words }, sources: standard?.sources ?? [] } };
}

/** One kind of breach of a message's structure. */
export function structurePage(rule: StructureRule, structure: MessageStructure, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const standard = catalogue.standards.find(({ slug }) => slug === rule.standard);
  const text = labeller(language);
  const words = structureWords(rule, structure, language);
  const tree = rule.breach === 'namespace' || rule.breach === 'attribute' ? [] : childPairs(structure);
  const bracket = tree.length === 0 ? '' : inLanguage({ en: 'Every element with its children in order. [Brackets]: may be left out. ×99: at most 99 times, all others once.', 'zh-CN': '各元素及其下级元素，按顺序排列。方括号：可不出现；×99：最多 99 次，其余只出现一次。' }, language);
  const blocks = [
    ...ruleHead(rule, structureHeadline(rule, structure, language), context),
    ...standingBlock(rule, standard, context),
    ...section(text('concerns'), { kind: 'pairs', pairs: [...pair(text('formats'), formatWords(structure.format, context)), ...pair(text('path'), `<${structure.root}>`)] }),
    ...section(text('demands'), { kind: 'bullets', items: words }),
    ...section(text('repair'), { kind: 'text', text: structureRemedy(rule, structure, language) }),
    ...section(text('elements'), { kind: 'text', text: bracket, tone: 'faint' }, ...tree.flatMap(({ label, text: list }) => [{ kind: 'text' as const, text: label, tone: 'strong' as const }, { kind: 'text' as const, text: list, indent: 4 }])),
    ...closingBlocks(rule, standard, context),
  ];
  const { id, ...rest } = rule;
  const shape = { root: structure.root, namespace: structure.namespace, attributes: structure.attributes, children: structure.children };
  return { blocks, data: { kind: 'structure-rule', id, ...rest, number: standard?.number, title: standard?.title, format: structure.format, structure: shape, inWords: { demands: words }, sources: standard?.sources ?? [] } };
}
