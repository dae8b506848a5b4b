import type { DocumentKind, Field } from '../model/document.js';
import { inLanguage, titleIn } from '../text/language.js';
import type { ExplainContext } from './context.js';
import { titleUnlessNumber } from './facts.js';
import { fieldRow } from './field.js';
import { labeller } from './labels.js';
import { type Block, cell, type Page, section } from './page.js';
import { holds } from './search.js';
import { commaOf, say } from './words.js';

/** A document kind: its fields and parts, who writes it, which standards judge it. */
export function documentPage(document: DocumentKind, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const formats = catalogue.formats.filter((format) => format.document === document.id);
  const rules = [...catalogue.rules, ...catalogue.across].filter(({ applies }) => applies.documents.includes(document.id));
  const slugs = [...new Set(rules.map(({ standard }) => standard))];
  const standards = catalogue.standards.filter(({ slug }) => slugs.includes(slug));
  const blocks: readonly Block[] = [
    { kind: 'head', title: document.id, aside: say({ en: '{n} fields', 'zh-CN': '{n} 个字段' }, language, { n: String(document.fields.length) }), tone: 'faint' },
    { kind: 'text', text: inLanguage(document.title, language), tone: 'strong', indent: 0 },
    { kind: 'text', text: inLanguage(document.description, language), indent: 0 },
    { kind: 'gap' },
    { kind: 'pairs', indent: 0, pairs: [{ label: text('key'), text: document.key.join(commaOf(language)) }] },
    ...section(text('formats'), { kind: 'table', table: { columns: [{ title: '' }, { title: '', flexible: true }], rows: formats.map((format) => [cell(format.id, 'strong'), cell(titleIn(format.title, language))]) } }),
    ...section(text('standards'), {
      kind: 'table',
      table: {
        columns: [{ title: text('standard'), most: 30 }, { title: text('title'), flexible: true }, { title: text('rules'), align: 'right' }],
        rows: standards.map((standard) => [cell(standard.number, 'strong'), cell(titleUnlessNumber(standard, language)), cell(String(rules.filter((rule) => rule.standard === standard.slug).length))]),
      },
    }),
    ...fieldSection(say({ en: 'Fields', 'zh-CN': '字段' }, language), document.fields, context),
    ...document.parts.flatMap((part) => {
      const self = part.selfWhenAbsent ? say({ en: ' (a record without any is its own only one)', 'zh-CN': '（没有时，记录本身即为唯一一项）' }, language) : '';
      return fieldSection(`${inLanguage(part.title, language)} · ${part.id}${self}`, part.fields, context);
    }),
  ];
  const { id, ...rest } = document;
  return { blocks, data: { kind: 'document', id, ...rest, formats: formats.map((format) => format.id), standards: standards.map(({ number }) => number), rules: rules.length } };
}

function fieldSection(heading: string, fields: readonly Field[], context: ExplainContext): readonly Block[] {
  const { language, entries } = context;
  const text = labeller(language);
  const shown = fields.filter(({ id, label }) => entries.search === undefined || holds(entries.search, [id, ...Object.values(label)]));
  const columns = [{ title: text('field') }, { title: text('label'), flexible: true as const }, { title: text('type'), most: 24 }, { title: '', expendable: 1 }];
  return section(heading, { kind: 'table', table: { columns, rows: shown.map((field) => fieldRow(field, context)) } });
}
