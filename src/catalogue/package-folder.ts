import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder: the nearest one above this module that has a manifest, bundled or not. */
export const packageFolder = findPackage(dirname(fileURLToPath(import.meta.url)));

export function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return manifest.version;
}

function findPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return findPackage(dirname(folder));
}
