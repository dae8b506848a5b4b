import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { Edition } from '../../src/model/standard.js';
import { structuralFaults } from './structural.js';

const given = fileURLToPath(new URL('../../../shared/samples/customs/given', import.meta.url));
const absent = !existsSync(given);
if (absent) process.stderr.write('The given customs messages are not beside the repository: their test is skipped.\n');

/** Validity against the official schemas, as the list beside the files states it. */
type Stated = { readonly file: string; readonly valid: { readonly [edition in Edition]: boolean } };

const stated: readonly Stated[] = absent
  ? []
  : readFileSync(join(given, 'README.md'), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, file, , in2018, in2022] = line.split('|').map((cell) => cell.trim());
        if (file === undefined || !file.endsWith('.xml')) return [];
        return [{ file, valid: { '2018': in2018 === 'valid', '2022': in2022 === 'valid' } }];
      });

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

describe.skipIf(absent)('the structural verdict on real messages is that of the official schemas', () => {
  it('has them all', () => expect(stated).toHaveLength(41));

  for (const { file, valid } of stated) {
    it.each(['2018', '2022'] as const)(`${file}, edition %s`, async (edition) => {
      const faults = await structuralFaults(compiled, join(given, file), edition);
      expect(faults.length === 0, faults.join('\n')).toBe(valid[edition]);
    });
  }
});
