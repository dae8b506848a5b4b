import type { RecordLedger } from './check-run.js';

export function createRecordLedger(): RecordLedger {
  let entered = 0;
  let marks = new Uint8Array(1024);
  let failed = 0;
  return {
    enter: () => entered++,
    markFailed: (order) => {
      const at = order >> 3;
      if (at >= marks.length) {
        const larger = new Uint8Array(Math.max(marks.length * 2, at + 1));
        larger.set(marks);
        marks = larger;
      }
      const bit = 1 << (order & 7);
      const before = marks[at] ?? 0;
      if ((before & bit) !== 0) return;
      marks[at] = before | bit;
      failed += 1;
    },
    failed: () => failed,
  };
}
