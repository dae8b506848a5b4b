import type { Field } from '../model/document.js';
import { inLanguage } from '../text/language.js';
import type { ExplainContext } from './context.js';
import { titleLines } from './facts.js';
import { type FieldPlace, writtenAs } from './fields.js';
import { labeller } from './labels.js';
import { type Block, cell, type Page, pair, section } from './page.js';
import { columnData, columnTable } from './rule.js';
import { ruleTable, rulesOnField } from './rules-of.js';
import { colonOf, fieldTypes, say } from './words.js';

/** A field: of one document kind, or of every kind that has one of this name. */
export function fieldPage(places: readonly [FieldPlace, ...FieldPlace[]], context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const [{ field }] = places;
  const id = places.length === 1 ? pathOf(places[0]) : field.id;
  const documents = [...new Set(places.map(({ document }) => document.id))];
  const rules = rulesOnField(catalogue, field.id, documents);
  const elements = catalogue.standards.flatMap((standard) =>
    standard.elements.filter((row) => row.field === field.id && rules.some((rule) => rule.standard === standard.slug && rule.element === row.id)).map((row) => `${standard.slug}/${row.id}`),
  );
  const blocks: readonly Block[] = [
    { kind: 'head', title: id, aside: inLanguage(fieldTypes[field.type], language), tone: 'faint' },
    { kind: 'text', text: titleLines(field.label, language).join(' · '), tone: 'strong', indent: 0 },
    { kind: 'gap' },
    ...(places.length === 1 ? placeFacts(places[0], context) : [placeTable(places, context)]),
    ...section(text('elsewhere'), { kind: 'pairs', pairs: equivalents(places).map(([vocabulary, name]) => ({ label: vocabulary, text: name })) }),
    ...section(text('columns'), ...documents.flatMap((document) => columnsIn(document, documents.length > 1, field, context))),
    ...section(text('rules'), ruleTable(rules.filter((rule) => rule.element === undefined).map((rule) => ({ kind: 'record', rule })), context, { about: field.id })),
    ...section(text('elements'), { kind: 'text', text: elements.join(', ') }),
  ];
  const data = { kind: 'field', id, places: places.map(placeData), columns: columnData(writtenAs(catalogue, documents, field.id)), rules: rules.map((rule) => rule.id) };
  return { blocks, data };
}

/** `listing.variants.gtin`. */
export function pathOf({ document, part, field }: FieldPlace): string {
  return [document.id, part, field.id].filter((piece) => piece !== undefined).join('.');
}

function placeFacts(place: FieldPlace, { language }: ExplainContext): readonly Block[] {
  const { document, part, field } = place;
  const text = labeller(language);
  const item = document.parts.find((one) => one.id === part);
  const alsoIn = part === undefined ? document.parts.filter(({ fields }) => fields.some(({ id }) => id === field.id)) : [];
  const where = [inLanguage(document.title, language), ...(item === undefined ? [] : [inLanguage(item.title, language)])].join(' › ');
  const also = alsoIn.length === 0 ? '' : say({ en: ' and each {part}', 'zh-CN': '，及各{part}' }, language, { part: alsoIn.map(({ title }) => inLanguage(title, language)).join(', ') });
  return [
    {
      kind: 'pairs',
      indent: 0,
      pairs: [
        ...pair(text('documents'), `${where}${also} · ${pathOf(place)}`),
        ...pair(text('meaning'), meaningOf(field, language)),
        ...pair(text('unit'), field.unit === undefined ? undefined : unitWords(field.unit, language)),
        ...pair(text('personal'), field.personal ? say({ en: 'yes: masked in reports unless --show-values is given', 'zh-CN': '是：报告中以掩码显示，除非使用 --show-values' }, language) : undefined),
      ],
    },
  ];
}

/** English meanings stay out of Chinese pages: label and type say as much. */
function meaningOf({ meaning }: Field, language: ExplainContext['language']): string | undefined {
  return language === 'zh-CN' ? meaning?.['zh-CN'] : (meaning?.[language] ?? meaning?.en);
}

function placeTable(places: readonly FieldPlace[], { language }: ExplainContext): Block {
  const text = labeller(language);
  const rows = places.map((place) => {
    const { document, part, field } = place;
    const item = document.parts.find((one) => one.id === part);
    const where = [inLanguage(document.title, language), ...(item === undefined ? [] : [inLanguage(item.title, language)])].join(' › ');
    return [cell(pathOf(place), 'strong'), cell(where), [...cell(inLanguage(field.label, language)), ...cell(meaningOf(field, language) ?? '', 'faint')]];
  });
  return { kind: 'table', indent: 0, table: { columns: [{ title: text('field') }, { title: text('documents'), expendable: 1 }, { title: text('label'), flexible: true }], rows } };
}

const units: { readonly [code: string]: { readonly en: string; readonly 'zh-CN': string } } = {
  KGM: { en: 'kilogram', 'zh-CN': '千克' },
  CMT: { en: 'centimetre', 'zh-CN': '厘米' },
};

function unitWords(unit: string, language: ExplainContext['language']): string {
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return known === undefined ? unit : `${inLanguage(known, language)} (${unit})`;
}

function equivalents(places: readonly FieldPlace[]): readonly (readonly [string, string])[] {
  return Object.entries(Object.assign({}, ...places.map(({ field }) => field.equivalents)) as Field['equivalents']);
}

function columnsIn(document: string, several: boolean, field: Field, context: ExplainContext): readonly Block[] {
  const known = writtenAs(context.catalogue, [document], field.id);
  if (known.length === 0) return [];
  const title = context.catalogue.documents.find(({ id }) => id === document)?.title;
  const heading = title === undefined || !several ? [] : [{ kind: 'text' as const, text: inLanguage(title, context.language) + colonOf(context.language).trimEnd() }];
  return [...heading, ...columnTable(known, context)];
}

function placeData(place: FieldPlace): { readonly [name: string]: unknown } {
  const { document, part, field } = place;
  return { document: document.id, part, path: pathOf(place), type: field.type, label: field.label, meaning: field.meaning, unit: field.unit, personal: field.personal, equivalents: field.equivalents };
}

/** A row of a table of fields. */
export function fieldRow(field: Field, { language }: ExplainContext): readonly ReturnType<typeof cell>[] {
  const marks = [field.unit ?? '', field.personal ? say({ en: 'personal', 'zh-CN': '个人信息' }, language) : ''].filter((mark) => mark !== '');
  return [cell(field.id, 'strong'), cell(inLanguage(field.label, language)), cell(inLanguage(fieldTypes[field.type], language), 'faint'), cell(marks.join(', '), 'faint')];
}
