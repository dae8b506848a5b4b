import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.js';

const folder = fileURLToPath(new URL('../../standards', import.meta.url));

it("the project's own catalogue has no fault, and is read quickly", { timeout: 20_000 }, () => {
  const begin = performance.now();
  const { catalogue, faults } = loadCatalogue(folder, { version: '1' });
  const errors = faults.filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`),
  ).toEqual([]);
  expect(catalogue).toBeDefined();
  // Generous: other work may share the machine. On its own it takes about a second.
  expect(performance.now() - begin).toBeLessThan(15_000);
});
