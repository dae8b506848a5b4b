import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder: three levels above this module once built (dist/src/cli). */
export const packageFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return manifest.version;
}
