import type { MessageStructure, StructureRule } from '../model/format.js';
import type { Language } from '../model/language.js';
import type { AcrossRule, Standard } from '../model/standard.js';
import { inLanguage } from '../text/language.js';
import { acrossHeadline, acrossWords } from './across-words.js';
import type { ExplainContext } from './context.js';
import { fillKnown } from './examples.js';
import { concernPairs, formatWords } from './facts.js';
import { labeller } from './labels.js';
import { type Block, type Page, type Pair, pair, section } from './page.js';
import { closingBlocks, ruleHead, standingBlock } from './rule.js';
import { childPairs, structureHeadline, structureRemedy, structureWords } from './structure-words.js';
import { phrases } from './texts.js';

/** A rule over many records or over the documents of one trade. */
export function acrossPage(rule: AcrossRule, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const standard = catalogue.standards.find(({ slug }) => slug === rule.standard);
  const text = labeller(language);
  const words = acrossWords(rule, context);
  const remedy = fillKnown(inLanguage(rule.remedy, language), {});
  const blocks = [
    ...ruleHead(rule, acrossHeadline(rule, context), context),
    ...standingBlock(rule, standard, context),
    ...section(text('concerns'), { kind: 'pairs', pairs: concernPairs(rule.applies, context) }),
    ...section(text('demands'), { kind: 'bullets', items: words }),
    ...section(text('repair'), { kind: 'text', text: remedy }),
    ...closingBlocks(rule, standard, context),
  ];
  return { blocks, data: groupData('across-rule', rule, standard, { inWords: { demands: words } }) };
}

/** One kind of breach of a message's structure. */
export function structurePage(rule: StructureRule, structure: MessageStructure, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const standard = catalogue.standards.find(({ slug }) => slug === rule.standard);
  const text = labeller(language);
  const words = structureWords(rule, structure, language);
  const tree = rule.breach === 'namespace' || rule.breach === 'attribute' ? [] : childPairs(structure);
  const concerns = [
    ...pair(text('formats'), formatWords(structure.format, context)),
    ...pair(text('path'), `<${structure.root}>`),
  ];
  const blocks = [
    ...ruleHead(rule, structureHeadline(rule, structure, language), context),
    ...standingBlock(rule, standard, context),
    ...section(text('concerns'), { kind: 'pairs', pairs: concerns }),
    ...section(text('demands'), { kind: 'bullets', items: words }),
    ...section(text('repair'), { kind: 'text', text: structureRemedy(rule, structure, language) }),
    ...section(text('elements'), ...treeBlocks(tree, language)),
    ...closingBlocks(rule, standard, context),
  ];
  const { format, root, namespace, attributes, children } = structure;
  const shape = { format, structure: { root, namespace, attributes, children }, inWords: { demands: words } };
  return { blocks, data: groupData('structure-rule', rule, standard, shape) };
}

function treeBlocks(tree: readonly Pair[], language: Language): readonly Block[] {
  if (tree.length === 0) return [];
  const elements = tree.flatMap(({ label, text }): readonly Block[] => [
    { kind: 'text', text: label, tone: 'strong' },
    { kind: 'text', text, indent: 4 },
  ]);
  return [{ kind: 'text', text: inLanguage(phrases.tree, language), tone: 'faint' }, ...elements];
}

function groupData(
  kind: string,
  { id, ...rest }: AcrossRule | StructureRule,
  standard: Standard | undefined,
  more: { readonly [name: string]: unknown },
): Page['data'] {
  const { number, title, sources = [] }: Partial<Standard> = standard ?? {};
  return { kind, id, ...rest, number, title, ...more, sources };
}
