import { expect, it } from 'vitest';
import { loadedRepository } from '../repository-catalogue.js';

it("the project's own catalogue has no fault", { timeout: 60_000 }, () => {
  const { catalogue, faults } = loadedRepository();
  const errors = faults.filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`),
  ).toEqual([]);
  expect(catalogue).toBeDefined();
});
