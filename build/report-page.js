// Bundles the page of the HTML report: one script, one style, and the policy that lets exactly these two run.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const page = fileURLToPath(new URL('../src/report/html/page/', import.meta.url));
const target = fileURLToPath(new URL('../dist/report-page/', import.meta.url));

const { outputFiles } = await build({
  entryPoints: { script: `${page}main.ts`, style: `${page}style.css` },
  bundle: true,
  minify: true,
  format: 'iife',
  // The text goes into a page of UTF-8; escaped Chinese would be twice as long.
  charset: 'utf8',
  legalComments: 'none',
  target: ['chrome105', 'firefox110', 'safari16'],
  outdir: target,
  write: false,
});
const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text.trim();
// Inside literals, the only place they can be: as escapes, which an editor shows and no tool changes.
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const script = textOf('script.js').replace(invisible, escaped);
const style = textOf('style.css');
if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('the page would end its own element');

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

mkdirSync(target, { recursive: true });
const constants = Object.entries({ script, style, policy }).map(
  ([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`,
);
writeFileSync(`${target}page.js`, constants.join(''));
