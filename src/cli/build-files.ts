import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { splitCatalogue } from '../catalogue/built.js';
import type { CompiledFiles } from '../compile/index.js';
import type { Catalogue } from '../model/catalogue.js';

/**
 * Writes a built catalogue: its data, a checking module per document kind, and the published schemas.
 * Both folders are written beside the old ones and take their place at the end.
 * @returns how many files were written
 */
export function writeBuild(
  folder: string,
  catalogue: Catalogue,
  compiled: CompiledFiles,
  schemas: { readonly [name: string]: unknown },
): number {
  const modules = Object.entries(compiled.modules).map(
    ([document, source]): File => [`${document}.cjs`, inAscii(source)],
  );
  const data = Object.entries(splitCatalogue(catalogue)).map(
    ([name, part]): File => [name, inAscii(JSON.stringify(part))],
  );
  const published = Object.entries({ ...compiled.schemas, ...schemas }).map(
    ([name, schema]): File => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`],
  );
  replaceFolder(join(folder, 'catalogue'), [...data, ...modules]);
  replaceFolder(join(folder, 'schemas'), published);
  return data.length + modules.length + published.length;
}

/** JSON or a script in ASCII alone, which is read and parsed in half the time: every run reads it. */
function inAscii(source: string): string {
  return source.replace(/[^\x00-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

type File = readonly [name: string, text: string];

function replaceFolder(folder: string, files: readonly File[]): void {
  const partial = `${folder}.${process.pid}.partial`;
  rmSync(partial, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(partial, name)), { recursive: true });
    writeFileSync(join(partial, name), text);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}
