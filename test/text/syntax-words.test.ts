import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { syntaxWords } from '../../src/text/syntax-words.js';

it('what a parser objects to is said in every language', () => {
  expect(syntaxWords('unclosed tag: ceb:Order', 'en')).toBe('it ends while <ceb:Order> is still open');
  expect(syntaxWords('unclosed tag: ceb:Order', 'zh-CN')).toBe('文件结束时 <ceb:Order> 尚未闭合');
  expect(syntaxWords('comma expected', 'fr')).toBe('virgule attendue');
  expect(syntaxWords('something new', 'zh-CN')).toBe('something new');
});

it('the common objections of the parser of XML are all known', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('saxes'), 'utf8');
  const said = [...source.matchAll(/fail\("([a-z][^"\\]*)"\)/g)].map(([, message = '']) => message.replace(/\.$/, ''));
  const known = said.filter((message) => syntaxWords(message, 'zh-CN') !== message);
  expect(said.length).toBeGreaterThan(20);
  expect(known.length).toBeGreaterThan(said.length / 2);
});
