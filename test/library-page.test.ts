import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { packageFolder } from '../src/catalogue/package-folder.js';
import type { Report } from '../src/index.js';

it('the example of docs/library.md runs as it stands', async () => {
  const page = readFileSync(join(packageFolder, 'docs', 'library.md'), 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const library = pathToFileURL(join(packageFolder, 'dist', 'src', 'index.js')).href;
  const folder = mkdtempSync(join(tmpdir(), 'borderlint-'));
  const file = join(folder, 'example.mjs');
  writeFileSync(file, `${example.replace("'borderlint'", `'${library}'`)}\nexport { report };\n`);
  try {
    const { report }: { readonly report: Report } = await import(pathToFileURL(file).href);
    expect(report.verdict).toBe('fails');
    expect(report.findings.map(({ rule }) => rule)).toContain('gb-12904-2008/check-digit');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
