import type { Field } from '../model/document.js';
import type { Language, Text } from '../model/language.js';
import { inLanguage } from '../text/language.js';
import type { ExplainContext } from './context.js';
import { titleLines } from './facts.js';
import { columnData, columnTable } from './field-columns.js';
import { type FieldPlace, writtenAs } from './fields.js';
import { labeller } from './labels.js';
import { type Block, cell, factsBlock, type Page, type Pair, pageHead, pair, section } from './page.js';
import { insideSentence } from './phrases.js';
import { asRecordRule, rulesOnField, ruleTable } from './rules-of.js';
import { colonOf, commaOf, fieldTypes, say } from './words.js';

/** A field: of one document kind, or of every kind that has one of this name. */
export function fieldPage(places: readonly [FieldPlace, ...FieldPlace[]], context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const [{ field }] = places;
  const id = places.length === 1 ? pathOf(places[0]) : field.id;
  const documents = [...new Set(places.map(({ document }) => document.id))];
  const rules = rulesOnField(catalogue, field.id, documents);
  const written = rules.filter((rule) => rule.element === undefined);
  const elements = new Set(
    rules.flatMap((rule) => (rule.element === undefined ? [] : `${rule.standard}/${rule.element}`)),
  );
  const columns = documents.flatMap((document) => columnsIn(document, documents.length > 1, field, context));
  const type = sameType(places) ? inLanguage(fieldTypes[field.type], language) : '';
  const blocks: readonly Block[] = [
    ...pageHead(id, type, titleLines(field.label, language).join(' · ')),
    places.length === 1 ? placeFacts(places[0], context) : placeTable(places, context),
    ...section(text('elsewhere'), { kind: 'pairs', pairs: equivalents(places) }),
    ...section(text('columns'), ...columns),
    ...section(text('rules'), ruleTable(written.map(asRecordRule), context, { about: field.id })),
    ...section(text('elements'), { kind: 'text', text: [...elements].join(', ') }),
  ];
  const known = columnData(writtenAs(catalogue, documents, field.id));
  const ids = rules.map((rule) => rule.id);
  return { blocks, data: { kind: 'field', id, places: places.map(placeData), columns: known, rules: ids } };
}

function sameType(places: readonly FieldPlace[]): boolean {
  return new Set(places.map(({ field }) => field.type)).size === 1;
}

/** `listing.variants.gtin`. */
export function pathOf({ document, part, field }: FieldPlace): string {
  return [document.id, part, field.id].filter((piece) => piece !== undefined).join('.');
}

function placeFacts(place: FieldPlace, { language }: ExplainContext): Block {
  const { document, part, field } = place;
  const text = labeller(language);
  const inParts =
    part === undefined ? document.parts.filter(({ fields }) => fields.some(({ id }) => id === field.id)) : [];
  const titles = inParts.map(({ title }) => insideSentence(inLanguage(title, language))).join(commaOf(language));
  const also = say(
    { en: '[ and each {titles}]', 'zh-CN': '[，及各{titles}]', fr: '[ et, pour chacun, {titles}]' },
    language,
    { titles },
  );
  const shown = {
    en: 'yes: masked in reports unless --show-values is given',
    'zh-CN': '是：报告中以掩码显示，除非使用 --show-values',
    fr: 'oui : masqué dans les rapports sauf avec --show-values',
  };
  return factsBlock(
    pair(text('documents'), `${whereWords(place, language)}${also} · ${pathOf(place)}`),
    pair(text('meaning'), meaningOf(field, language)),
    pair(text('unit'), field.unit === undefined ? undefined : unitWords(field.unit, language)),
    pair(text('personal'), field.personal ? inLanguage(shown, language) : undefined),
  );
}

/** “Order › Goods line”. */
function whereWords({ document, part }: FieldPlace, language: Language): string {
  const item = document.parts.find((one) => one.id === part);
  return [document.title, ...(item === undefined ? [] : [item.title])]
    .map((title) => inLanguage(title, language))
    .join(' › ');
}

/** English meanings stay out of Chinese pages: label and type say as much. */
function meaningOf({ meaning }: Field, language: Language): string | undefined {
  return language === 'zh-CN' ? meaning?.['zh-CN'] : (meaning?.[language] ?? meaning?.en);
}

function placeTable(places: readonly FieldPlace[], { language }: ExplainContext): Block {
  const text = labeller(language);
  const rows = places.map((place) => {
    const { field } = place;
    const where = whereWords(place, language);
    return [
      cell(pathOf(place), 'strong'),
      cell(where),
      [...cell(inLanguage(field.label, language)), ...cell(meaningOf(field, language) ?? '', 'faint')],
    ];
  });
  return {
    kind: 'table',
    indent: 0,
    table: {
      columns: [
        { title: text('field') },
        { title: text('documents'), expendable: 1 },
        { title: text('label'), flexible: true },
      ],
      rows,
    },
  };
}

const units: { readonly [code: string]: Text } = {
  KGM: { en: 'kilogram', 'zh-CN': '千克', fr: 'kilogramme' },
  CMT: { en: 'centimetre', 'zh-CN': '厘米', fr: 'centimètre' },
};

function unitWords(unit: string, language: Language): string {
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return known === undefined ? unit : `${inLanguage(known, language)} (${unit})`;
}

/** What other vocabularies call the field, in all its places. */
function equivalents(places: readonly FieldPlace[]): readonly Pair[] {
  const found = new Map(places.flatMap(({ field }) => Object.entries(field.equivalents)));
  return [...found].map(([label, text]) => ({ label, text }));
}

function columnsIn(document: string, several: boolean, field: Field, context: ExplainContext): readonly Block[] {
  const known = writtenAs(context.catalogue, [document], field.id);
  if (known.length === 0) return [];
  const title = context.catalogue.documents.find(({ id }) => id === document)?.title;
  const heading =
    title === undefined || !several
      ? []
      : [{ kind: 'text' as const, text: inLanguage(title, context.language) + colonOf(context.language).trimEnd() }];
  return [...heading, ...columnTable(known, context)];
}

function placeData(place: FieldPlace): { readonly [name: string]: unknown } {
  const { document, part, field } = place;
  return {
    document: document.id,
    part,
    path: pathOf(place),
    type: field.type,
    label: field.label,
    meaning: field.meaning,
    unit: field.unit,
    personal: field.personal,
    equivalents: field.equivalents,
  };
}

/** A row of a table of fields. */
export function fieldRow(field: Field, { language }: ExplainContext): readonly ReturnType<typeof cell>[] {
  const marks = [
    field.unit ?? '',
    field.personal ? say({ en: 'personal', 'zh-CN': '个人信息', fr: 'personnel' }, language) : '',
  ].filter((mark) => mark !== '');
  return [
    cell(field.id, 'strong'),
    cell(inLanguage(field.label, language)),
    cell(inLanguage(fieldTypes[field.type], language), 'faint'),
    cell(marks.join(', '), 'faint'),
  ];
}
