import type { Rule } from '../model/standard.js';
import type { ExplainContext } from './context.js';
import { fieldsOf, placesOf, shortTitle, speakerFor, type WrittenAs, writtenAs } from './fields.js';
import { type Block, cell } from './page.js';
import { commaOf, say } from './words.js';

/** Each field with its label and what the formats call it. Few fields get a table each, many one line per format family. */
export function fieldBlocks(rule: Rule, context: ExplainContext): readonly Block[] {
  const { catalogue, language } = context;
  const judged = fieldsOf(rule.require);
  const asked = [...new Set([...fieldsOf(rule.when), ...fieldsOf(rule.where)])].filter(
    (field) => !judged.includes(field),
  );
  const all = [...judged, ...asked].filter((field) => placesOf(catalogue, field, rule.applies.documents).length > 0);
  const { label } = speakerFor(catalogue, rule.applies, language, rule.part);
  const roomy = all.length <= 2;
  return all.flatMap((field): readonly Block[] => {
    const known = writtenAs(catalogue, rule.applies.documents, field, rule.applies.formats);
    const only = say({ en: ', only to see whether the rule applies', 'zh-CN': '，仅用于判断规则是否适用' }, language);
    const name = `${label(field)} · ${field}${asked.includes(field) ? only : ''}`;
    return [{ kind: 'text', text: name }, ...(roomy ? columnTable(known, context) : columnLine(known, context))];
  });
}

export function columnTable(known: readonly WrittenAs[], { language }: ExplainContext): readonly Block[] {
  if (known.length === 0) return [];
  const rows = known.map(({ formats, columns }) => [
    cell([...new Set(formats.map((format) => shortTitle(format, language)))].join(commaOf(language)), 'faint'),
    columns.flatMap((column) => cell(column)),
  ]);
  return [
    {
      kind: 'table',
      table: {
        columns: [
          { title: '', most: 36 },
          { title: '', flexible: true },
        ],
        rows,
      },
      indent: 4,
    },
  ];
}

function columnLine(known: readonly WrittenAs[], { language }: ExplainContext): readonly Block[] {
  const pieces = known.map(({ formats, columns }) => {
    const titles = [...new Set(formats.map((format) => shortTitle(format, language)))].join(commaOf(language));
    return `${titles}${language === 'zh-CN' ? '：' : ': '}${columns.join(commaOf(language))}`;
  });
  return pieces.length === 0 ? [] : [{ kind: 'text', text: pieces.join(' · '), tone: 'faint', indent: 4 }];
}

export function columnData(
  known: readonly WrittenAs[],
): readonly { readonly format: string; readonly columns: readonly string[] }[] {
  return known.flatMap(({ formats, columns }) => formats.map((format) => ({ format: format.id, columns })));
}
