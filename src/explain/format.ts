import type { Column, Format, Recognition } from '../model/format.js';
import type { Language } from '../model/language.js';
import { inLanguage } from '../text/language.js';
import { word } from '../text/words.js';
import type { ExplainContext } from './context.js';
import { sourcePairs, titleLines } from './facts.js';
import { labelFor, plainField } from './fields.js';
import { labeller } from './labels.js';
import { type Block, cell, type Page, pair, section, type Words } from './page.js';
import { allOf, insideSentence, named } from './phrases.js';
import { readings } from './readings.js';
import { holds } from './search.js';
import { commaOf, directions, evidenceWords, say } from './words.js';

/** How a platform, an office or a customs system writes a document kind. */
export function formatPage(format: Format, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const document = catalogue.documents.find(({ id }) => id === format.document);
  const blocks: readonly Block[] = [
    { kind: 'head', title: format.id, aside: document === undefined ? format.document : inLanguage(document.title, language), tone: 'faint' },
    { kind: 'text', text: titleLines(format.title, language).join('\n'), tone: 'strong', indent: 0 },
    { kind: 'gap' },
    {
      kind: 'pairs',
      indent: 0,
      pairs: [
        ...pair(text('container'), inLanguage(containers[format.container], language)),
        ...pair(text('direction'), format.direction === undefined ? undefined : inLanguage(directions[format.direction], language)),
        ...pair(text('evidence'), inLanguage(evidenceWords[format.evidence], language)),
        ...pair(text('note'), format.note === undefined ? undefined : inLanguage(format.note, language)),
      ],
    },
    ...section(text('recognised'), { kind: 'bullets', items: recognitionWords(format.recognise, format.container, language) }),
    ...section(text('rows'), { kind: 'bullets', items: groupingWords(format, context) }),
    ...section(text('formatColumns'), columnsTable(format, context)),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(format.sources, language) }),
  ];
  const { id, ...rest } = format;
  return { blocks, data: { kind: 'format', id, ...rest } };
}

const containers = {
  table: { en: 'table (CSV, TSV)', 'zh-CN': '表格（CSV、TSV）' },
  json: { en: 'JSON, JSON Lines', 'zh-CN': 'JSON、JSON Lines' },
  xml: { en: 'XML', 'zh-CN': 'XML' },
} as const;

function recognitionWords(recognise: Recognition, container: Format['container'], language: Language): readonly Words[] {
  const { required, scored, without, root, namespace, declares } = recognise;
  const name = container === 'json' ? { en: 'keys', 'zh-CN': '键' } : { en: 'headers', 'zh-CN': '列名' };
  const what = inLanguage(name, language);
  const list = (items: readonly string[]): string => named(items, language);
  const found: (string | undefined)[] = [
    root === undefined ? undefined : say({ en: 'The root element is <{root}>[, namespace {namespace}]', 'zh-CN': '根元素为 <{root}>[，命名空间 {namespace}]' }, language, { root, namespace }),
    declares === undefined ? undefined : say({ en: '{declares} is declared or occurs', 'zh-CN': '声明或出现 {declares}' }, language, { declares }),
    required === undefined ? undefined : say({ en: 'It has the {what} {list}', 'zh-CN': '具有{what}{list}' }, language, { what, list: list(required) }),
    scored === undefined ? undefined : say({ en: 'It has at least {minimum} of the {what} {list}', 'zh-CN': '至少具有下列{what}中的 {minimum} 个：{list}' }, language, { minimum: String(scored.minimum), what, list: list(scored.of) }),
    without === undefined ? undefined : say({ en: 'It has none of the {what} {list}', 'zh-CN': '没有{what}{list}' }, language, { what, list: list(without) }),
  ];
  return found.flatMap((text) => (text === undefined ? [] : [{ text }]));
}

function groupingWords({ grouping, xml, json, document }: Format, { catalogue, language }: ExplainContext): readonly Words[] {
  const parts = catalogue.documents.find(({ id }) => id === document)?.parts ?? [];
  const partTitle = (id: string): string => {
    const part = parts.find((one) => one.id === id);
    return part === undefined ? id : insideSentence(inLanguage(part.title, language));
  };
  const found: string[] = [];
  if (grouping !== undefined) {
    const items = allOf(grouping.parts.map(partTitle), language);
    found.push(say({ en: 'Rows that have the same “{by}” are one record[; each adds its {items}]', 'zh-CN': '“{by}”相同的各行为一条记录[，每行各为一个{items}]' }, language, { by: grouping.by, items }));
    if (grouping.parent !== undefined) found.push(say({ en: '“{column}” says which rows are products and which belong to one; “{refersBy}” names the product', 'zh-CN': '“{column}”列区分商品行与从属行，“{refersBy}”列指明所属商品' }, language, { column: grouping.parent.column, refersBy: grouping.parent.refersBy }));
  }
  if (xml !== undefined) {
    found.push(say({ en: 'A record is <{record}>[; <{heads}> counts as part of it]', 'zh-CN': '一条记录为 <{record}>[，<{heads}> 的内容计入记录]' }, language, { record: xml.record, heads: xml.heads.join('>, <') }));
    for (const [element, part] of Object.entries(xml.parts)) found.push(say({ en: 'Each <{element}> is one {part}', 'zh-CN': '每个 <{element}> 为一个{part}' }, language, { element, part: partTitle(part) }));
  }
  if (json !== undefined && json.records !== '') found.push(say({ en: 'The records are at {records}', 'zh-CN': '记录位于 {records}' }, language, { records: json.records }));
  return found.map((text) => ({ text }));
}

function columnsTable({ columns, document, container }: Format, context: ExplainContext): Block {
  const { catalogue, language, entries } = context;
  const text = labeller(language);
  const label = labelFor(catalogue, [document], language);
  const shown = columns.filter(({ name, aliases, field }) => entries.search === undefined || holds(entries.search, [name, ...aliases, field, field === undefined ? undefined : label(plainField(field))]));
  const rows = shown.map((column) => {
    const aliases = column.aliases.length === 0 ? [] : cell(column.aliases.join(commaOf(language)), 'faint');
    return [[...cell(columnName(column), column.pattern === undefined ? 'strong' : 'plain'), ...aliases], fieldCell(column, label, language)];
  });
  const heading = container === 'xml' ? text('element') : text('column');
  return { kind: 'table', table: { columns: [{ title: heading, most: 34 }, { title: text('field'), flexible: true }], rows } };
}

function columnName({ name, pattern }: Column): string {
  return pattern === undefined ? name : `/${pattern}/`;
}

function fieldCell({ field, ignore, read }: Column, label: (field: string) => string, language: Language): ReturnType<typeof cell> {
  if (ignore === true || field === undefined) return cell(say({ en: '(not used)', 'zh-CN': '（不使用）' }, language), 'faint');
  const [path = field, tag] = field.split('@');
  const shown = tag === undefined ? path : `${path} (${tag})`;
  const reading = read === undefined || read === 'as-is' ? '' : word(readings, read, language);
  return [...cell(`${label(plainField(field))} · ${shown}`), ...cell(reading, 'faint')];
}
