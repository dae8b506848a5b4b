import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openOverflowFile } from '../../src/read/index.js';

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('borderlint-')).length;

it('gives every block back, in any order, and leaves nothing in the temporary folder', () => {
  const before = left();
  const overflow = openOverflowFile();
  try {
    expect(left()).toBe(before);
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 8 }), (blocks) => {
        const numbers = blocks.map((block) => overflow.write(block));
        for (const [at, number] of [...numbers.entries()].reverse())
          expect(Buffer.from(overflow.read(number))).toEqual(Buffer.from(blocks[at] ?? []));
      }),
    );
  } finally {
    overflow.close();
  }
  expect(left()).toBe(before);
});

it('says plainly when the temporary folder takes nothing', () => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = '/nowhere/at/all';
  try {
    expect(openOverflowFile).toThrow(/temporary folder .*nowhere.* \(ENOENT\)/);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});
