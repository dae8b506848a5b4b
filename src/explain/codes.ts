import type { CodeEntry, CodeList, TermList } from '../model/codes.js';
import type { Language } from '../model/language.js';
import { inLanguage, titleIn } from '../text/language.js';
import { formatCount } from '../text/report-words.js';
import { displayWidth } from '../text/width.js';
import type { ExplainContext } from './context.js';
import { sourcePairs, titleLines, withName } from './facts.js';
import { labeller } from './labels.js';
import {
  type Block,
  cell,
  factsBlock,
  type Page,
  type Pair,
  pageHead,
  pair,
  section,
  type TableColumn,
  tableBlock,
} from './page.js';
import { holds } from './search.js';
import { phrases, texts } from './texts.js';
import { commaOf, countOf, say } from './words.js';

/** How many entries a page shows unasked: in a table, and in a grid, which takes fewer lines. */
const entriesShown = 40;
const shortEntriesShown = 200;
const widestShort = 30;

/** A code list: what it is, whether it is complete, its first entries or those searched for. */
export function codeListPage(list: CodeList, context: ExplainContext): Page {
  const { language } = context;
  const text = labeller(language);
  const blocks: readonly Block[] = [
    ...pageHead(list.id, countWords(list.entries.length, language), titleLines(list.title, language).join('\n')),
    factsBlock(
      pair(text('standard'), list.standard),
      pair(text('complete'), completeness(list, language)),
      pair(text('dated'), list.dated),
      pair(text('note'), list.note === undefined ? undefined : inLanguage(list.note, language)),
    ),
    ...section(text('usedBy'), { kind: 'pairs', pairs: userPairs(list.id, context) }),
    ...section(text('entries'), ...codeTable(list, context, entriesShown)),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(list.sources, language) }),
  ];
  const { id, ...rest } = list;
  return {
    blocks,
    data: { kind: 'code-list', id, ...rest, entries: matching(list, context), usedBy: usersOf(list.id, context) },
  };
}

/** One code of a list. */
export function codePage(list: CodeList, entry: CodeEntry, context: ExplainContext): Page {
  const { language } = context;
  const text = labeller(language);
  const at = list.entries.indexOf(entry);
  const shown = (other: CodeEntry | undefined): string | undefined =>
    other === undefined ? undefined : `${other.code}  ${titleIn(other.name, language)}`;
  const title = titleIn(list.title, language);
  const name = titleLines(entry.name, language).join(' · ');
  const blocks: readonly Block[] = [
    ...pageHead(`${list.id}/${entry.code}`, title, `${entry.code}  ${name}`.trimEnd()),
    factsBlock(
      pair(text('aliases'), entry.aliases?.join(commaOf(language))),
      pair(text('codeList'), `${title} · ${list.id}`),
      pair(text('complete'), completeness(list, language)),
      pair(text('dated'), list.dated),
      pair(text('before'), shown(list.entries[at - 1])),
      pair(text('after'), shown(list.entries[at + 1])),
    ),
    ...section(text('usedBy'), { kind: 'pairs', pairs: userPairs(list.id, context) }),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(list.sources, language) }),
  ];
  const { code, ...rest } = entry;
  const { id, complete, dated, sources } = list;
  return { blocks, data: { kind: 'code', id: `${id}/${code}`, list: id, code, ...rest, complete, dated, sources } };
}

/** Words a text must not hold. */
export function termListPage(list: TermList, context: ExplainContext): Page {
  const { language } = context;
  const text = labeller(language);
  const rows = list.terms.map(({ term, except = [] }) => [cell(term, 'strong'), cell(except.join('、'), 'faint')]);
  const blocks: readonly Block[] = [
    ...pageHead(list.id, countWords(list.terms.length, language), titleLines(list.title, language).join('\n')),
    ...section(text('terms'), tableBlock([{ title: '' }, { title: text('except'), flexible: true }], rows)),
    ...section(text('usedBy'), { kind: 'pairs', pairs: userPairs(list.id, context) }),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(list.sources, language) }),
  ];
  const { id, ...rest } = list;
  return { blocks, data: { kind: 'term-list', id, ...rest, usedBy: usersOf(list.id, context) } };
}

/** Entries, short ones in several columns, and how to see the others. */
export function codeTable(list: CodeList, context: ExplainContext, most: number): readonly Block[] {
  const { language, entries } = context;
  const found = matching(list, context);
  if (found.length === 0) return [{ kind: 'text', text: say(phrases.noEntry, language, { search: entries.search }) }];
  const short = found.slice(0, shortEntriesShown).every((entry) => isShort(entry, language));
  const shown = entries.all ? found : found.slice(0, short && most === entriesShown ? shortEntriesShown : most);
  const block: Block = short
    ? { kind: 'grid', items: shown.map((entry) => ({ lead: entry.code, text: briefName(entry, language) })) }
    : wideTable(shown, language);
  const left = found.length - shown.length;
  if (left === 0) return [block];
  const more = say(phrases.moreEntries, language, { left: formatCount(left), id: list.id });
  return [block, { kind: 'text', text: more, tone: 'faint' }];
}

function isShort(entry: CodeEntry, language: Language): boolean {
  return displayWidth(entry.code + briefName(entry, language)) <= widestShort;
}

/** “千克（公斤）”. */
function briefName({ name, aliases = [] }: CodeEntry, language: Language): string {
  const other = aliases.join(commaOf(language));
  return other === '' ? nameOf(name, language) : withName(nameOf(name, language), other, language);
}

function wideTable(entries: readonly CodeEntry[], language: Language): Block {
  const text = labeller(language);
  const rows = entries.map(({ code, name, aliases = [] }) => [
    cell(code, 'strong'),
    cell(nameOf(name, language)),
    cell(aliases.join(commaOf(language)), 'faint'),
  ]);
  const columns: readonly TableColumn[] = [
    { title: text('code'), most: 24 },
    { title: text('name'), flexible: true },
    { title: text('aliases'), most: 28, expendable: 1 },
  ];
  return tableBlock(columns, rows);
}

function nameOf(name: CodeEntry['name'], language: Language): string {
  return titleLines(name, language).join(' · ');
}

function matching(list: CodeList, { entries }: ExplainContext): readonly CodeEntry[] {
  const { search } = entries;
  return list.entries.filter(({ code, name, aliases = [] }) =>
    holds(search, [code, ...Object.values(name), ...aliases]),
  );
}

function completeness({ complete }: CodeList, language: Language): string {
  return say(
    complete
      ? {
          en: 'complete: any other code is wrong',
          'zh-CN': '完整：表外代码即为错误',
          fr: 'complète : tout autre code est faux',
        }
      : {
          en: 'not known to be complete: an unknown code is a warning at most',
          'zh-CN': '未必完整：表外代码至多作警告',
          fr: 'peut-être incomplète : un code inconnu est au plus un avertissement',
        },
    language,
  );
}

/** Rules that look codes or terms up in a list. */
function usersOf(list: string, { catalogue }: ExplainContext): readonly string[] {
  const mark = new RegExp(`"(?:codeList|forbidTerms|codeStart":\\{"list)":${JSON.stringify(list)}`);
  return catalogue.rules
    .filter(({ require, when, where }) => mark.test(JSON.stringify([require, when, where])))
    .map(({ id }) => id);
}

function userPairs(list: string, context: ExplainContext): readonly Pair[] {
  const groups = new Map<string, string[]>();
  for (const id of usersOf(list, context)) {
    const slug = id.split('/')[0] ?? id;
    groups.set(slug, [...(groups.get(slug) ?? []), id.slice(slug.length + 1)]);
  }
  return [...groups].map(([slug, names]) => ({
    label: context.catalogue.standards.find((standard) => standard.slug === slug)?.number ?? slug,
    text: names.join(commaOf(context.language)),
  }));
}

function countWords(count: number, language: Language): string {
  return countOf(count, texts.entryCount, language);
}
