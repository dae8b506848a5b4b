import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { languages } from '../../src/model/language.js';
import { placeholderNames } from '../../src/text/fill.js';

const folder = fileURLToPath(new URL('../../standards', import.meta.url));

/** A text of ours in the catalogue: the keys that lead to it, list positions left out (`rules/message`), and its place. */
type CatalogueText = { readonly kind: string; readonly place: string; readonly in: ReadonlyMap<string, string> };

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const texts = new Map(files.map((file) => [file, textsOf(file)]));

/** Every map of the file that says something in English and Chinese. Names quoted in one language are no texts of ours. */
function textsOf(file: string): readonly CatalogueText[] {
  const lines = new LineCounter();
  const found: CatalogueText[] = [];
  const document = parseDocument(readFileSync(`${folder}/${file}`, 'utf8'), { lineCounter: lines });
  visit(document, {
    Map: (_, node, path) => {
      if (typeof node.get('en') !== 'string' || typeof node.get('zh-CN') !== 'string') return;
      const kind = path
        .flatMap((step) => ('key' in step && isScalar(step.key) ? [String(step.key.value)] : []))
        .join('/');
      const { line } = lines.linePos(node.range?.[0] ?? 0);
      found.push({ kind, place: `standards/${file}:${line}`, in: inLanguages(node) });
    },
  });
  return found;
}

function inLanguages(node: YAMLMap): ReadonlyMap<string, string> {
  return new Map(
    languages.flatMap((language) => {
      const text = node.get(language);
      return typeof text === 'string' ? [[language, text] as const] : [];
    }),
  );
}

/** Kinds of texts that are there in French, by the folders or files they stand in. */
const inFrench: readonly { readonly files: RegExp; readonly kinds: RegExp }[] = [
  {
    files: /^(national|policy|sectoral|local|group|customs)\//,
    kinds:
      /^((rules|across)\/(message|remedy|expects|rationale)|clauses\/question|elements\/rows\/(name|expects|note))$/,
  },
  { files: /^documents\//, kinds: /^(parts\/)?(title|description|fields\/label)$/ },
  { files: /^profiles\//, kinds: /^(title|description)$/ },
  { files: /^categories\.yaml$/, kinds: /^title$/ },
  { files: /^codes\//, kinds: /^title$/ },
];

describe('texts of the catalogue', () => {
  it('say the same placeholders in every language', () => {
    const differing = [...texts.values()].flat().flatMap(({ place, in: text }) => {
      const named = [...text.values()].map((said) => [...placeholderNames(said)].sort().join(' '));
      return new Set(named).size > 1 ? [`${place} ${named.join(' | ')}`] : [];
    });
    expect(differing).toEqual([]);
  });

  it.each(inFrench)('of $files are there in French', ({ files: within, kinds }) => {
    const own = [...texts]
      .flatMap(([file, all]) => (within.test(file) ? all : []))
      .filter(({ kind }) => kinds.test(kind));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((text) => !text.in.has('fr')).map(({ place, kind }) => `${place} ${kind}`)).toEqual([]);
  });

  it('are written in French with its own marks', () => {
    const wrong = [...texts.values()]
      .flat()
      .filter(({ in: text }) => /\S[;?!»](?:\s|$)|«\S| :\S/u.test(text.get('fr') ?? ''));
    expect(wrong.map(({ place, in: text }) => `${place} ${text.get('fr')}`)).toEqual([]);
  });
});
