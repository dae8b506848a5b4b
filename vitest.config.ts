import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 90_000,
    // Left alone, one core of two stays idle.
    maxWorkers: '100%',
    reporters: ['default', closingLine],
  },
});
