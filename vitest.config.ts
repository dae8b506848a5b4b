import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Left alone, one core of two stays idle.
    maxWorkers: '100%',
    reporters: ['default', closingLine],
  },
});
