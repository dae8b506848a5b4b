import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line anybody can read: `N passed, N failed`, and what was skipped. */
export const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length + modules.filter((module) => module.errors().length > 0).length;
    let skipped = 0;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped += 1;
      }
    }
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // After everything the default reporter still has to say.
    process.on('exit', () => process.stdout.write(`${line}\n`));
  },
};
