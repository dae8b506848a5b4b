import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/model/language.js';
import type { Report } from '../../src/model/report.js';
import { writeJunit } from '../../src/report/junit/index.js';
import { writeSarif } from '../../src/report/sarif/index.js';
import { runInProcess } from '../cli/running.js';
import { hostileReport } from './hostile-reports.js';
import { sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';
import { partsOf, tableOf, writtenFile } from './writing.js';

/*
 * The schemas others publish are not ours to hand on: they are read from beside the repository, or from the folder that
 * BORDERLINT_SCHEMAS names. docs/reports.md says where each one comes from.
 */
const folder = process.env['BORDERLINT_SCHEMAS'] ?? fileURLToPath(new URL('../../../shared/schemas', import.meta.url));
const sarifSchema = join(folder, 'sarif-schema-2.1.0.json');
const junitSchemas = ['JUnit.xsd', 'jenkins-junit-10.xsd'].map((name) => join(folder, name));
const all: { readonly [name: string]: Report } = { ...sampleReports(), 'hostile texts': hostileReport() };
const reports = Object.entries(all);

function skipped(what: string): void {
  process.stderr.write(`${what}: the reports are not held against it.\n`);
}

const withoutSarif = !existsSync(sarifSchema);
if (withoutSarif) skipped('The official schema of SARIF 2.1.0 is not here');

describe.skipIf(withoutSarif)('sarif fits the schema of OASIS', () => {
  const validate = withoutSarif ? undefined : sarifValidator();

  it.each(reports)('%s', (_, report) => {
    for (const language of languages) {
      const value: unknown = JSON.parse([...writeSarif(report, contextFor(language))].join(''));
      validate?.(value);
      expect(validate?.errors ?? []).toEqual([]);
    }
  });
});

/** The schema is of draft 4 and uses nothing that later drafts read differently, its own name apart. */
function sarifValidator(): ValidateFunction {
  const { id, $schema, ...schema }: { readonly id: string; readonly $schema: string } = JSON.parse(
    readFileSync(sarifSchema, 'utf8'),
  );
  expect($schema).toContain('draft-04');
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text));
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
  return ajv.compile({ ...schema, $id: id });
}

const withoutXmllint = spawnSync('xmllint', ['--version']).error !== undefined;
if (withoutXmllint) skipped('xmllint is not installed (package libxml2-utils)');

describe.skipIf(withoutXmllint)('junit', () => {
  const work = mkdtempSync(join(tmpdir(), 'borderlint-junit-'));
  afterAll(() => rmSync(work, { recursive: true }));

  function xmllint(name: string, args: readonly string[]): string {
    const file = join(work, 'report.xml');
    for (const language of languages) {
      writeFileSync(file, [...writeJunit(all[name] ?? raise(), contextFor(language))].join(''));
      const { status, stderr } = spawnSync('xmllint', ['--noout', ...args, file], { encoding: 'utf8' });
      if (status !== 0) return stderr;
    }
    return '';
  }

  it.each(reports)('is well-formed: %s', (name) => {
    expect(xmllint(name, [])).toBe('');
  });

  for (const schema of junitSchemas) {
    const absent = !existsSync(schema);
    if (absent) skipped(`The schema ${schema.split('/').at(-1)} is not here`);
    it.skipIf(absent).each(reports)(`fits ${schema.split('/').at(-1)}: %s`, (name) => {
      expect(xmllint(name, ['--schema', schema])).toBe('');
    });
  }
});

const workbookSchemas = [
  { schema: 'sml.xsd', parts: /^xl\/(?:workbook|styles|comments\d+|worksheets\/sheet\d+)\.xml$/ },
  { schema: 'opc-relationships.xsd', parts: /\.rels$/ },
  { schema: 'opc-contentTypes.xsd', parts: /^\[Content_Types\]\.xml$/ },
];

describe.skipIf(withoutXmllint)('the parts of the workbook', () => {
  let work: string;
  let marked: Uint8Array;
  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'borderlint-workbook-'));
    // A workbook of ours is a merchant's workbook too: checked again, it is marked where it stands.
    const [own, again] = [join(work, 'own.xlsx'), join(work, 'again.xlsx')];
    const table = fileURLToPath(new URL('../../fixtures/quickstart/filing-table.csv', import.meta.url));
    for (const [input, output] of [[table, own] as const, [own, again] as const])
      await runInProcess(['check', input, '--format', `xlsx=${output}`, '--no-progress']);
    marked = readFileSync(again);
  }, 60_000);
  afterAll(() => rmSync(work, { recursive: true }));

  function complaints(bytes: Uint8Array, schema: string, parts: RegExp): string {
    const texts = Object.entries(partsOf(bytes)).filter(([name]) => parts.test(name));
    expect(texts.length).toBeGreaterThan(0);
    const written = texts.map(([, text], index) => {
      const file = join(work, `${index}.xml`);
      // The schema knows nothing of it, though its own text demands it and every program writes it.
      writeFileSync(file, text.replaceAll(' xml:space="preserve"', ''));
      return file;
    });
    const args = ['--noout', '--schema', join(folder, schema), ...written];
    const { status, stderr } = spawnSync('xmllint', args, { encoding: 'utf8' });
    return status === 0 ? '' : stderr;
  }

  for (const { schema, parts } of workbookSchemas) {
    const absent = !existsSync(join(folder, schema));
    if (absent) skipped(`The schema ${schema} is not here`);
    it.skipIf(absent).each(reports)(`fit ${schema}: %s`, { timeout: 60_000 }, async (_, report) => {
      const files = new Set(
        [...report.inputs, ...report.findings.map(({ location }) => location)].map(({ file }) => file),
      );
      const bytes = await writtenFile('xlsx', report, contextFor('en'), async function* () {
        for (const file of files) yield tableOf(file, [[1, ['title', file]]]);
      });
      expect(complaints(bytes, schema, parts)).toBe('');
    });
    it.skipIf(absent)(`fit ${schema}: a marked workbook`, () => {
      expect(Object.keys(partsOf(marked)).filter((name) => name.includes('worksheets/sheet'))).toHaveLength(5);
      expect(complaints(marked, schema, parts)).toBe('');
    });
  }
});

function raise(): never {
  throw new Error('no such sample report');
}
