import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/index.js';
import { labels } from '../../src/explain/labels.js';
import { layout } from '../../src/explain/layout.js';
import type { Language } from '../../src/model/language.js';
import { repositoryCatalogue } from '../repository-catalogue.js';
import { contextOf } from './explaining.js';

const catalogue = repositoryCatalogue();
const messages = catalogue.structures.map(({ standard }) => standard).filter((slug) => /^ceb\d+$/.test(slug));
const rows = catalogue.standards
  .filter(({ slug }) => messages.includes(slug))
  .flatMap(({ slug, elements }) => elements.map((row) => ({ slug, row })));

it('there are 42 messages', () => expect(messages).toHaveLength(42));

describe.each<Language>(['en', 'zh-CN'])('the page of every element of every message, in %s', (language) => {
  const context = contextOf(catalogue, language);
  const label = (name: keyof typeof labels): string => labels[name][language === 'zh-CN' ? 'zh-CN' : 'en'];

  it('has a name, a form, an example that fits it, its code list, and no expression where words can do', {
    timeout: 60_000,
  }, () => {
    const faults = rows.flatMap(({ slug, row }) => {
      const id = `${slug}/${row.id}`;
      const page = explain(`element:${id}`, context);
      if (page === undefined) return [`${id}: no page`];
      const text = [...layout(page.blocks, { width: 80, color: false })].join('');
      const said = (wanted: string): string[] => (text.includes(wanted) ? [] : [`${id}: no ${wanted}`]);
      const name = row.name[language];
      return [
        ...(name === undefined ? [`${id}: no name`] : []),
        ...said(`<${row.element}>`),
        ...said(label('format')),
        ...said(label('example')),
        ...(row.codes === undefined ? [] : said(label('codeList'))),
        ...(/[\^$]|\\d|\[\^|undefined/.test(text.slice(0, text.indexOf(label('sources'))))
          ? [`${id}: an expression in ${text}`]
          : []),
      ];
    });
    expect(faults).toEqual([]);
  });
});
