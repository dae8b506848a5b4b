import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 90_000,
    // Isolated, every file would load the engine and the catalogue anew: a third of the whole time. No test mocks a module.
    isolate: false,
    // Left alone, one core of two stays idle.
    maxWorkers: '100%',
    reporters: ['default', closingLine],
  },
});
