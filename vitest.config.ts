import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: ['default', closingLine],
  },
});
