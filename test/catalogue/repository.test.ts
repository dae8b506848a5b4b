import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.js';

const folder = fileURLToPath(new URL('../../standards', import.meta.url));

it("the project's own catalogue has no fault", { timeout: 60_000 }, () => {
  const { catalogue, faults } = loadCatalogue(folder, { version: '1' });
  const errors = faults.filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`),
  ).toEqual([]);
  expect(catalogue).toBeDefined();
});
