import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { Location } from '../../src/model/location.js';
import type { Report } from '../../src/model/report.js';
import { editableFile } from '../../src/read/edit/index.js';
import { memorySource, type RepairedFile, repairInputs } from '../../src/run/repair.js';
import { run } from '../../src/run.js';
import { partOf, runOptions, splitInMemory } from './splitting.js';

const samples = fileURLToPath(new URL('../../../shared/samples', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const given = ['listings/given', 'shipments/given'].map((folder) => join(samples, folder)).filter(existsSync);
if (given.length === 0)
  process.stderr.write('The sample files beside the repository are not here: the tests on them are skipped.\n');

const folders = [...given, ...['listings', 'shipments', 'trades', 'quickstart'].map((name) => join(fixtures, name))];
const files = folders.flatMap(filesBelow);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.md'));
}

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

const nameOf = (file: string): string => file.replace(samples, 'samples').replace(fixtures, 'fixtures');

describe('repairs of every file', () => {
  it('change the repaired values and nothing else, and are not found again', async () => {
    let repairs = 0;
    // Of a workbook a repair is more than a text among others, see the tests of its own.
    for (const file of files.filter((one) => !one.endsWith('.xlsx'))) {
      const bytes = spoilt(readFileSync(file));
      const name = nameOf(file);
      const { repaired } = await repairInputs(runOptions(compiled, [memorySource(name, bytes)]));
      for (const one of repaired) {
        repairs += one.repairs.length;
        const changed = await bytesOf(one);
        expect(Buffer.from(undone(changed, one)).equals(bytes), name).toBe(true);
        const again = await repairInputs(runOptions(compiled, [memorySource(name, changed)]));
        const places = new Set(one.repairs.map(({ location }) => placeOf(location)));
        const found = again.repaired.flatMap((two) => two.repairs).map(({ location }) => placeOf(location));
        expect(
          found.filter((place) => places.has(place)),
          name,
        ).toEqual([]);
      }
    }
    expect(repairs).toBeGreaterThan(30);
  }, 60_000);
});

/** Small files are given what can be repaired: codes in small letters, tariff codes with points. */
function spoilt(bytes: Buffer): Buffer {
  if (bytes.length > 20_000 || bytes.includes(0)) return bytes;
  const text = bytes
    .toString('latin1')
    .replace(/(?<=[,;\t>"])[A-Z]{2}(?=[,;\t<"\r\n])/g, (code) => code.toLowerCase())
    .replace(/(?<=[,;\t>"])(\d{4})(\d\d)(\d{4})(?=[,;\t<"\r\n])/g, '$1.$2.$3');
  return Buffer.from(text, 'latin1');
}

function placeOf({ record, pointer }: Location): string {
  return `${record} ${pointer}`;
}

async function bytesOf({ chunks }: RepairedFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The original, from the copy and the list of what was repaired: the last repair is taken back first. */
function undone(bytes: Uint8Array, { repairs }: RepairedFile): Uint8Array {
  const [file] = ['utf-8', 'gb18030', 'windows-1252'].flatMap((name) => editableFile(bytes, name) ?? []);
  if (file === undefined) throw new Error('the copy is in no encoding');
  const lines = file.text.split(/(?<=\n|\r(?!\n))/);
  const edits = repairs.map(({ location: { line = 0, column = 0 }, before, after }, index) => {
    // Repairs further left on the line have moved what follows them.
    const moved = repairs
      .slice(0, index)
      .filter((other) => other.location.line === line)
      .reduce((sum, other) => sum + other.after.length - other.before.length, 0);
    const above = lines.slice(0, line - 1).join('').length;
    const own = lines[line - 1] ?? '';
    const from = above + [...own].slice(0, column - 1 + moved).join('').length;
    const start = file.text.indexOf(after, from);
    // The value may stand behind a quotation mark or a start tag.
    expect(file.text.slice(from, start)).toMatch(/^(?:"|<[^>]*>)?$/);
    return { start, end: start + after.length, text: before };
  });
  return file.write(edits) ?? new Uint8Array();
}

describe('parts of every file', () => {
  it('are the file, cut by what fails, and the conforming one conforms', async () => {
    let mixed = 0;
    for (const file of files) mixed += await splitAndCompare(file, 'advice', 0);
    expect(mixed).toBeGreaterThan(given.length === 0 ? 0 : 2);
  }, 60_000);

  it('are the file wherever it is cut, if only by the numbers of the records', async () => {
    let mixed = 0;
    for (const file of files.filter((one) => statSync(one).size < 20_000 && !one.endsWith('.xlsx')))
      mixed += await splitAndCompare(file, 'error', 2);
    expect(mixed).toBeGreaterThan(25);
  }, 60_000);
});

/** @param every sets each so-manieth record aside, whether or not it fails; answers whether there were two parts */
async function splitAndCompare(file: string, failOn: Report['failOn'], every: number): Promise<0 | 1> {
  const bytes = readFileSync(file);
  const name = nameOf(file);
  const source = memorySource(name, bytes);
  const { outcome, report, pieces, sides } = await splitInMemory(compiled, [source], { failOn }, (known) => {
    const [own] = known.parts(name);
    for (let unit = 0; every > 0 && unit < (own?.units() ?? 0); unit++) {
      const record = own?.recordOf(unit) ?? 0;
      if (record > 0 && record % every === 0) own?.setAside(record);
    }
  });
  const [split] = outcome.split;
  if (split === undefined) {
    expect(outcome.left, name).toHaveLength(1);
    return 0;
  }
  expect(split.conforming + split.failing, name).toBe(report.counts.records);
  // Every finding counts here, whether or not it was kept.
  if (failOn === 'advice') expect(split.failing - split.followed.records, name).toBe(report.counts.recordsFailed);
  const written = pieces.get(name) ?? [];
  const [conforming, failing] = [partOf(written, 'conforming'), partOf(written, 'failing')];
  if (split.failing === 0 || split.conforming === 0) {
    expect((conforming ?? failing)?.equals(bytes), name).toBe(true);
  } else if (sides.parts(name)[0]?.opened.lineEnds !== undefined) {
    // Line by line: everything is there once, in its order.
    expect(Buffer.concat(written.map((piece) => piece.bytes)).equals(bytes), name).toBe(true);
  } else {
    const text = bytes.toString();
    const units = unitsOf(text);
    const parts = [conforming, failing].map((part) => unitsOf(String(part)));
    expect(parts.flat().toSorted(), name).toEqual(units.toSorted());
    for (const part of parts)
      expect(
        units.filter((unit) => part.includes(unit)),
        name,
      ).toEqual(part);
  }
  if (conforming !== undefined) {
    const again = await run(runOptions(compiled, [memorySource(name, conforming)], { failOn }));
    expect([name, again.verdict, again.counts.records]).toEqual([name, 'conforms', split.conforming]);
    expect(again.inputs[0]?.format, name).toBe(report.inputs[0]?.format);
  }
  if (failing !== undefined && every === 0) {
    const again = await run(runOptions(compiled, [memorySource(name, failing)], { failOn }));
    expect(again.counts.records, name).toBe(split.failing);
  }
  return split.failing > 0 && split.conforming > 0 ? 1 : 0;
}

/** The records of an XML or JSON document as written. */
function unitsOf(text: string): readonly string[] {
  const [, name] = /<(?:\w+:)?(entry|item|Order|CatalogueLine|Inventory|Logistics|Payment)[\s>]/.exec(text) ?? [];
  if (name !== undefined)
    return [...text.matchAll(new RegExp(`<((?:\\w+:)?${name})[\\s>][\\s\\S]*?</\\1>`, 'g'))].map(([unit]) => unit);
  // Objects two levels down stand at the same depth, whatever is around them.
  const list: unknown = JSON.parse(text);
  const array = Array.isArray(list) ? list : Object.values(Object(list)).find(Array.isArray);
  return (Array.isArray(array) ? array : [list]).map((one) => JSON.stringify(one));
}
