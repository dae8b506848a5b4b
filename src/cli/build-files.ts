import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledFiles } from '../compile/index.js';
import type { Catalogue } from '../model/catalogue.js';

/**
 * Writes a built catalogue: `catalogue/catalogue.json`, a checking module per document kind, and the published schemas.
 * Both folders are written beside the old ones and take their place at the end.
 * @returns how many files were written
 */
export function writeBuild(
  folder: string,
  catalogue: Catalogue,
  compiled: CompiledFiles,
  schemas: { readonly [name: string]: unknown },
): number {
  const modules = Object.entries(compiled.modules).map(([document, source]): [string, string] => [
    `${document}.js`,
    source,
  ]);
  const data: [string, string][] = [
    ['catalogue.json', JSON.stringify(catalogue)],
    ['package.json', '{ "type": "module" }\n'],
    ...modules,
  ];
  const published = { ...compiled.schemas, ...schemas };
  const documents = Object.entries(published).map(([name, schema]): [string, string] => [
    `${name}.schema.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  replaceFolder(join(folder, 'catalogue'), data);
  replaceFolder(join(folder, 'schemas'), documents);
  return data.length + documents.length;
}

function replaceFolder(folder: string, files: readonly (readonly [string, string])[]): void {
  const partial = `${folder}.${process.pid}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(partial, name), text);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}
