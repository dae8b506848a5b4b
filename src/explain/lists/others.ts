import type { CodeList, TermList } from '../../model/codes.js';
import type { Language } from '../../model/language.js';
import { inLanguage, titleIn } from '../../text/language.js';
import { formatCount } from '../../text/report-words.js';
import { documentKinds, word } from '../../text/words.js';
import { labeller } from '../labels.js';
import { cell, type Table, type TableColumn, tableBlock } from '../page.js';
import { holds } from '../search.js';
import { phrases, texts } from '../texts.js';
import { commaOf, countOf, directions } from '../words.js';
import { countBlocks, type ListContext, type ListFilter, type Listing } from './listing.js';

/** Formats of files that are understood. */
export function listFormats({ catalogue, language }: ListContext, { search, document }: ListFilter): Listing {
  const text = labeller(language);
  const found = catalogue.formats.filter(
    (format) =>
      (document === undefined || format.document === document) &&
      holds(search, [format.id, format.document, ...Object.values(format.title)]),
  );
  const table: Table = {
    columns: [
      { title: text('id') },
      { title: text('title'), flexible: true },
      { title: text('documents') },
      { title: text('container'), expendable: 1 },
    ],
    rows: found.map((format) => [
      cell(format.id, 'strong'),
      cell(titleIn(format.title, language)),
      cell(word(documentKinds, format.document, language)),
      cell(format.container.toUpperCase().replace('TABLE', 'CSV, TSV'), 'faint'),
    ]),
  };
  const count = countOf(found.length, texts.formatList, language);
  const data = found.map(({ id, title, document: kind, container, direction, evidence, columns }) => ({
    id,
    title,
    document: kind,
    container,
    direction,
    evidence,
    columns: columns.length,
  }));
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

/** Kinds of records. */
export function listDocuments({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const found = catalogue.documents.filter((document) =>
    holds(search, [document.id, ...Object.values(document.title), ...Object.values(document.description)]),
  );
  const facts = found.map((document) => ({
    document,
    formats: catalogue.formats.filter((format) => format.document === document.id).map(({ id }) => id),
    rules: [...catalogue.rules, ...catalogue.across].filter(({ applies }) => applies.documents.includes(document.id))
      .length,
  }));
  const table: Table = {
    columns: [
      { title: text('id') },
      { title: text('title'), flexible: true },
      { title: text('ownFields'), align: 'right' },
      { title: text('rules'), align: 'right' },
    ],
    rows: facts.map(({ document, formats, rules }) => {
      const parts = document.parts.map((part) => inLanguage(part.title, language)).join(commaOf(language));
      const title = inLanguage(document.title, language) + (parts === '' ? '' : ` › ${parts}`);
      return [
        cell(document.id, 'strong'),
        [...cell(title), ...cell(formats.join(', '), 'faint')],
        cell(String(document.fields.length)),
        cell(formatCount(rules)),
      ];
    }),
  };
  const count = countOf(found.length, texts.documentList, language);
  const data = facts.map(({ document: { id, title, description, key, fields, parts }, formats, rules }) => ({
    id,
    title,
    description,
    key,
    fields: fields.length,
    parts: parts.map((part) => part.id),
    formats,
    rules,
  }));
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data };
}

/** Code lists and term lists. */
export function listCodes({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const codes = catalogue.codes.filter((list) => holds(search, [list.id, list.standard, ...Object.values(list.title)]));
  const terms = catalogue.terms.filter((list) => holds(search, [list.id, ...Object.values(list.title)]));
  const columns: readonly TableColumn[] = [
    { title: text('id') },
    { title: text('title'), flexible: true },
    { title: text('entries'), align: 'right' },
    { title: text('complete'), expendable: 1 },
    { title: text('dated'), expendable: 2 },
  ];
  const table = tableBlock(columns, [
    ...codes.map((list) => codeRow(list, language)),
    ...terms.map((list) => termRow(list, language)),
  ]);
  const data = [
    ...codes.map(({ entries, sources: _, note: __, ...list }) => ({ kind: 'codes', ...list, entries: entries.length })),
    ...terms.map(({ id, title, terms: words }) => ({ kind: 'terms', id, title, entries: words.length })),
  ];
  return { blocks: [table, ...countBlocks(countOf(data.length, texts.codeLists, language))], data };
}

type Row = readonly ReturnType<typeof cell>[];

function codeRow({ id, title, entries, complete, dated = '' }: CodeList, language: Language): Row {
  const known = inLanguage(complete ? phrases.complete : phrases.perhapsIncomplete, language);
  const size = formatCount(entries.length);
  const tone = complete ? 'plain' : 'faint';
  return [cell(id, 'strong'), cell(titleIn(title, language)), cell(size), cell(known, tone), cell(dated, 'faint')];
}

function termRow({ id, title, terms }: TermList, language: Language): Row {
  const size = formatCount(terms.length);
  const kind = inLanguage(phrases.terms, language);
  return [cell(id, 'strong'), cell(titleIn(title, language)), cell(size), cell(kind, 'faint'), []];
}

/** Ready-made requests. */
export function listProfiles({ catalogue, language }: ListContext, { search }: ListFilter): Listing {
  const text = labeller(language);
  const found = catalogue.profiles.filter((profile) =>
    holds(search, [profile.id, ...Object.values(profile.title), ...Object.values(profile.description)]),
  );
  const table: Table = {
    columns: [
      { title: text('id') },
      { title: text('title'), flexible: true },
      { title: text('direction'), expendable: 1 },
    ],
    rows: found.map((profile) => [
      cell(profile.id, 'strong'),
      [...cell(inLanguage(profile.title, language)), ...cell(inLanguage(profile.description, language), 'faint')],
      cell(profile.direction === undefined ? '' : inLanguage(directions[profile.direction], language)),
    ]),
  };
  const count = countOf(found.length, texts.profileList, language);
  return { blocks: [{ kind: 'table', table }, ...countBlocks(count)], data: found };
}
