import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLineText } from '../../src/report/command-line.js';
import { fileUri, repositoryPath } from '../../src/report/file-uri.js';
import { fingerprint } from '../../src/report/fingerprint.js';
import { xmlText } from '../../src/report/junit/xml.js';
import { escapeMarkdown } from '../../src/report/markdown/escape.js';
import { hostileTexts } from './hostile-reports.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 3 }).map((texts) => texts.join('')),
);

describe('paths', () => {
  it.each([
    ['exports/list.csv', 'exports/list.csv'],
    ['./exports/list.csv', 'exports/list.csv'],
    ['/data/list.csv', 'file:///data/list.csv'],
    ['C:\\data\\清单 1.csv', 'file:///C:/data/%E6%B8%85%E5%8D%95%201.csv'],
    ['a#b?c%d.csv', 'a%23b%3Fc%25d.csv'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ])('%s is %s', (path, uri) => {
    expect(fileUri(path)).toBe(uri);
  });

  it('of any text are URI references', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fileUri(text)).toMatch(/^[\w\-.~:/!'()*%]*$/);
      }),
    );
  });

  it('lead from the repository', () => {
    expect(repositoryPath('.\\exports\\list.csv')).toBe('exports/list.csv');
  });
});

describe('text of files', () => {
  it('is never markup in XML', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"'\u0000-\u0008\u000b-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos);)/);
      }),
    );
  });

  it('is never markup in Markdown, and reads the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[!$*<>@[\\\]^_`|~\n\r]|&(?!#\d+;)|(?<!&)#/);
        expect(escapeMarkdown(escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))))).toBe(
          escaped,
        );
      }),
    );
  });
});

describe('the command', () => {
  it('can be given to a shell', () => {
    const commandLine = ['check', 'my file.csv', "it's", '$(rm -rf)', '--mode=1210', ''];
    expect(commandLineText({ commandLine })).toBe(
      "borderlint check 'my file.csv' 'it'\\''s' '$(rm -rf)' --mode=1210 ''",
    );
    expect(commandLineText({})).toBe('');
  });
});

describe('fingerprints', () => {
  it('are the same for the same key and for no other', () => {
    expect(fingerprint({ key: 'a|b' })).toBe(fingerprint({ key: 'a|b' }));
    expect(fingerprint({ key: 'a|b' })).not.toBe(fingerprint({ key: 'a|b#2' }));
    expect(fingerprint({ key: 'a|b' })).toMatch(/^[0-9a-f]{64}$/);
  });
});
