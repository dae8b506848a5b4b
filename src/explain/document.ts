import type { DocumentKind, Field } from '../model/document.js';
import { inLanguage, titleIn } from '../text/language.js';
import type { ExplainContext } from './context.js';
import { titleUnlessNumber } from './facts.js';
import { fieldRow } from './field.js';
import { labeller } from './labels.js';
import {
  type Block,
  cell,
  factsBlock,
  type Page,
  pageHead,
  pair,
  section,
  type TableColumn,
  tableBlock,
} from './page.js';
import { holds } from './search.js';
import { phrases, texts } from './texts.js';
import { commaOf, countOf } from './words.js';

/** A document kind: its fields and parts, who writes it, which standards judge it. */
export function documentPage(document: DocumentKind, context: ExplainContext): Page {
  const { catalogue, language } = context;
  const text = labeller(language);
  const { id, ...rest } = document;
  const formats = catalogue.formats.filter((format) => format.document === id);
  const rules = [...catalogue.rules, ...catalogue.across].filter(({ applies }) => applies.documents.includes(id));
  const standards = catalogue.standards.filter(({ slug }) => rules.some(({ standard }) => standard === slug));
  const formatRows = formats.map((format) => [cell(format.id, 'strong'), cell(titleIn(format.title, language))]);
  const standardRows = standards.map((standard) => [
    cell(standard.number, 'strong'),
    cell(titleUnlessNumber(standard, language)),
    cell(String(rules.filter((rule) => rule.standard === standard.slug).length)),
  ]);
  const standardColumns: readonly TableColumn[] = [
    { title: text('standard'), most: 30 },
    { title: text('title'), flexible: true },
    { title: text('rules'), align: 'right' },
  ];
  const count = countOf(document.fields.length, texts.fieldCount, language);
  const blocks = [
    ...pageHead(id, count, inLanguage(document.title, language), inLanguage(document.description, language)),
    factsBlock(pair(text('key'), document.key.join(commaOf(language)))),
    ...section(text('formats'), tableBlock([{ title: '' }, { title: '', flexible: true }], formatRows)),
    ...section(text('standards'), tableBlock(standardColumns, standardRows)),
    ...fieldSection(text('ownFields'), document.fields, context),
    ...document.parts.flatMap((part) => {
      const self = part.selfWhenAbsent ? inLanguage(phrases.selfWhenAbsent, language) : '';
      return fieldSection(`${inLanguage(part.title, language)} · ${part.id}${self}`, part.fields, context);
    }),
  ];
  const ids = { formats: formats.map((format) => format.id), standards: standards.map(({ number }) => number) };
  return { blocks, data: { kind: 'document', id, ...rest, ...ids, rules: rules.length } };
}

function fieldSection(heading: string, fields: readonly Field[], context: ExplainContext): readonly Block[] {
  const { language, entries } = context;
  const text = labeller(language);
  const shown = fields.filter(({ id, label }) => holds(entries.search, [id, ...Object.values(label)]));
  const columns = [
    { title: text('field') },
    { title: text('label'), flexible: true as const },
    { title: text('type'), most: 24 },
    { title: '', expendable: 1 },
  ];
  return section(
    heading,
    tableBlock(
      columns,
      shown.map((field) => fieldRow(field, context)),
    ),
  );
}
