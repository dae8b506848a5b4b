import type { Column, Format } from '../model/format.js';
import type { Language, Text } from '../model/language.js';
import type { FillValues } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { word } from '../text/words.js';
import type { ExplainContext } from './context.js';
import { sourcePairs, titleLines } from './facts.js';
import { labelFor, plainField } from './fields.js';
import { labeller } from './labels.js';
import { type Block, cell, factsBlock, type Page, pageHead, pair, section, type Words } from './page.js';
import { allOf, insideSentence, named } from './phrases.js';
import { readings } from './readings.js';
import { holds } from './search.js';
import { phrases } from './texts.js';
import { commaOf, directions, evidenceWords, say } from './words.js';

/** How a platform, an office or a customs system writes a document kind. */
export function formatPage(format: Format, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const document = catalogue.documents.find(({ id }) => id === format.document);
  const aside = document === undefined ? format.document : inLanguage(document.title, language);
  const { direction, evidence, note, recognise, container } = format;
  const blocks: readonly Block[] = [
    ...pageHead(format.id, aside, titleLines(format.title, language).join('\n')),
    factsBlock(
      pair(text('container'), inLanguage(containers[container], language)),
      pair(text('direction'), direction === undefined ? undefined : inLanguage(directions[direction], language)),
      pair(text('evidence'), inLanguage(evidenceWords[evidence], language)),
      pair(text('note'), note === undefined ? undefined : inLanguage(note, language)),
    ),
    ...section(text('recognised'), { kind: 'bullets', items: recognitionWords(format, language) }),
    ...section(text('rows'), { kind: 'bullets', items: groupingWords(format, context) }),
    ...section(text('formatColumns'), columnsTable(format, context)),
    ...section(text('sources'), { kind: 'pairs', pairs: sourcePairs(format.sources, language) }),
  ];
  const { id, title, document: kind, sources, grouping, columns, table, xml, json } = format;
  const whole = { title, document: kind, container, direction, evidence, sources, note, recognise };
  return { blocks, data: { kind: 'format', id, ...whole, grouping, columns, table, xml, json } };
}

const containers = {
  table: { en: 'table (CSV, TSV)', 'zh-CN': '表格（CSV、TSV）', fr: 'tableau (CSV, TSV)' },
  json: { en: 'JSON, JSON Lines', 'zh-CN': 'JSON、JSON Lines', fr: 'JSON, JSON Lines' },
  xml: { en: 'XML', 'zh-CN': 'XML', fr: 'XML' },
} as const;

function recognitionWords({ recognise, container, json }: Format, language: Language): readonly Words[] {
  const { required, scored, without, root, namespace, declares } = recognise;
  const what = inLanguage(container === 'json' ? phrases.keys : phrases.headers, language);
  const lines: Words[] = [];
  const add = (text: Text, values: FillValues): unknown => lines.push({ text: say(text, language, values) });
  if (root !== undefined) add(phrases.root, { root, namespace });
  if (declares !== undefined) add(phrases.declares, { declares });
  if (required !== undefined) add(phrases.hasHeaders, { what, list: named(required, language) });
  if (scored !== undefined) {
    add(phrases.hasSomeHeaders, { minimum: String(scored.minimum), what, list: named(scored.of, language) });
  }
  if (json?.joined === true) add(phrases.joinedMembers, {});
  if (without !== undefined) add(phrases.hasNoHeaders, { what, list: named(without, language) });
  return lines;
}

function groupingWords(format: Format, { catalogue, language }: ExplainContext): readonly Words[] {
  const { grouping, xml, json } = format;
  const parts = catalogue.documents.find(({ id }) => id === format.document)?.parts ?? [];
  const partTitle = (id: string): string => {
    const part = parts.find((one) => one.id === id);
    return part === undefined ? id : insideSentence(inLanguage(part.title, language));
  };
  const lines: Words[] = [];
  const add = (text: Text, values: FillValues): unknown => lines.push({ text: say(text, language, values) });
  if (grouping !== undefined) {
    const { by, starts, whole, parent } = grouping;
    const items = allOf(grouping.parts.map(partTitle), language);
    if (whole === true) add(phrases.tableIsRecord, { items });
    else if (starts !== undefined)
      add(phrases.rowStarts, { column: starts.column, values: named(starts.values ?? [], language), items });
    else if (by !== undefined) add(phrases.rowsGrouped, { by, items });
    if (parent !== undefined) add(phrases.rowRoles, parent);
  }
  if (xml !== undefined) {
    add(phrases.xmlRecord, { record: xml.record, heads: xml.heads.join('>, <') });
    for (const [element, part] of Object.entries(xml.parts)) add(phrases.xmlPart, { element, part: partTitle(part) });
  }
  if (json !== undefined && json.records !== '') add(phrases.jsonRecords, { records: json.records });
  return lines;
}

function columnsTable({ columns, document, container }: Format, context: ExplainContext): Block {
  const { catalogue, language, entries } = context;
  const text = labeller(language);
  const label = labelFor(catalogue, [document], language);
  const shown = columns.filter(({ name, aliases, field }) =>
    holds(entries.search, [name, ...aliases, field, field === undefined ? undefined : label(plainField(field))]),
  );
  const rows = shown.map((column) => {
    const aliases = column.aliases.length === 0 ? [] : cell(column.aliases.join(commaOf(language)), 'faint');
    return [
      [...cell(columnName(column), column.pattern === undefined ? 'strong' : 'plain'), ...aliases],
      fieldCell(column, label, language),
    ];
  });
  const heading = container === 'xml' ? text('element') : text('column');
  return {
    kind: 'table',
    table: {
      columns: [
        { title: heading, most: 34 },
        { title: text('field'), flexible: true },
      ],
      rows,
    },
  };
}

function columnName({ name, pattern }: Column): string {
  return pattern === undefined ? name : `/${pattern}/`;
}

function fieldCell(
  { field: own, fields = [], ignore, read }: Column,
  label: (field: string) => string,
  language: Language,
): ReturnType<typeof cell> {
  const field = own ?? fields[0];
  if (ignore === true || field === undefined)
    return cell(say({ en: '(not used)', 'zh-CN': '（不使用）', fr: '(non utilisé)' }, language), 'faint');
  const [path = field, tag] = field.split('@');
  const others = fields.slice(1).map((one) => `, ${one}`);
  const shown = (tag === undefined ? path : `${path} (${tag})`) + others.join('');
  const reading = read === undefined || read === 'as-is' ? '' : word(readings, read, language);
  return [...cell(`${label(plainField(field))} · ${shown}`), ...cell(reading, 'faint')];
}
