import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/model/language.js';
import type { Report } from '../../src/model/report.js';
import { formatters } from '../../src/report/index.js';
import { reportSchema } from '../../src/report/report.schema.js';
import { sanitize } from '../../src/text/sanitize.js';
import { sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';
import { fileFormatters, textFormatters, textsOf, writtenFile } from './writing.js';

const reports = Object.entries(sampleReports());
const languages: readonly Language[] = ['en', 'zh-CN'];
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The statement speaks of clauses, never of values. */
const withoutValues: readonly string[] = ['earl'];
const writers = new Map(await Promise.all(textFormatters.map(async ({ id, load }) => [id, await load()] as const)));

function write(id: string, report: Report, context = contextFor('en')): string {
  return [...(writers.get(id)?.(report, context) ?? [])].join('');
}

describe('every formatter', () => {
  const of = (some: readonly { readonly id: string }[]) =>
    some.flatMap(({ id }) => reports.map(([name, report]) => ({ id, name, report })));
  const cases = of(textFormatters);
  const fileCases = of(fileFormatters);

  it.each(cases)('$id writes the $name report, the same twice, ending in one line end', ({ id, report }) => {
    for (const language of languages) {
      const written = write(id, report, contextFor(language));
      expect(written).toMatch(/[^\n]\n$/);
      expect(write(id, report, contextFor(language))).toBe(written);
    }
  });

  it.each(cases)('$id writes no control character in the $name report', ({ id, report }) => {
    expect(write(id, report).match(control)).toBeNull();
  });

  it.each(cases)('$id masks personal data in the $name report unless told not to', ({ id, report }) => {
    expect(write(id, report)).not.toMatch(/110101199003071234|110101199003074321/);
    const shown = write(id, report, contextFor('en', 80, { showValues: true }));
    const personal = report.findings.some((one) => one.actual === '110101199003071234');
    expect(shown.includes('110101199003074321')).toBe(personal && !withoutValues.includes(id));
  });

  it.each(fileCases)('$id writes the $name report, the same twice, without controls', async ({ id, report }) => {
    for (const language of ['en', 'zh-CN', 'fr'] as const) {
      const written = await writtenFile(id, report, contextFor(language));
      expect(await writtenFile(id, report, contextFor(language))).toEqual(written);
      expect(textsOf(written).match(control)).toBeNull();
    }
  });

  it.each(fileCases)('$id masks personal data in the $name report unless told not to', async ({ id, report }) => {
    const written = textsOf(await writtenFile(id, report, contextFor('en')));
    expect(written).not.toMatch(/110101199003071234|110101199003074321/);
    const shown = textsOf(await writtenFile(id, report, contextFor('en', 80, { showValues: true })));
    const personal = report.findings.some((one) => one.actual === '110101199003071234');
    expect(shown.includes('110101199003074321')).toBe(personal);
  });

  it('has an id and a description of its own', () => {
    expect(new Set(formatters.map(({ id }) => id)).size).toBe(formatters.length);
    for (const { description } of formatters) expect(description['zh-CN']).toMatch(/\p{Script=Han}/u);
  });
});

describe('json', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  const validate = ajv.compile({ ...reportSchema });

  it.each(reports)('fits the published schema: %s', (_, report) => {
    for (const language of languages) {
      const value: unknown = JSON.parse(write('json', report, contextFor(language)));
      validate(value);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('keeps values exactly as the file has them', () => {
    const { hostile } = sampleReports();
    const parsed = JSON.parse(write('json', hostile ?? raise()));
    expect(parsed.findings[0].actual).toBe(hostile?.findings[0]?.actual);
    expect(parsed.findings.map((one: { readonly state: string }) => one.state)).toEqual(['open', 'open', 'open']);
  });

  it('renders in the language of the report', () => {
    const { findings } = sampleReports();
    const parsed = JSON.parse(write('json', findings ?? raise(), contextFor('zh-CN')));
    expect(parsed.findings[0]).toMatchObject({
      rule: 'demo-1-2020/check-digit',
      standards: ['DEMO 1-2020', 'DEMO/T 2-2021'],
      clause: '4.2',
      message: '商品条码（Variant Barcode）的校验码不正确。',
      expected: '校验码正确的商品条码（GTIN）（校验码应为 2）',
      expectation: { id: 'check-digit', values: { kind: 'gtin', right: '2' } },
      actual: '6901234567891',
      location: { file: 'exports/shopify-products.csv', line: 12, column: 112, cell: 'O12', record: 11 },
    });
    expect(parsed.standards.find((one: { readonly slug: string }) => one.slug === 'demo-6')).toMatchObject({
      flag: '--direction',
    });
  });
});

describe('jsonl', () => {
  it.each(reports)('writes one object per line, run first and summary last: %s', (_, report) => {
    const lines = write('jsonl', report).trimEnd().split('\n');
    const types = lines.map((line): string => JSON.parse(line).type);
    expect(types[0]).toBe('run');
    expect(types.at(-1)).toBe('summary');
    expect(types.filter((type) => type === 'finding')).toHaveLength(report.findings.length);
    expect(types.filter((type) => type === 'standard')).toHaveLength(report.standards.length);
  });
});

describe('text', () => {
  const details = ['full', 'summary', 'quiet'] as const;
  const shapes = languages.flatMap((language) =>
    [60, 80, 120].flatMap((width) => details.map((detail) => ({ language, width, detail }))),
  );

  it.each(shapes)('stays within $width columns in $language, $detail', ({ language, width, detail }) => {
    for (const [name, report] of reports) {
      const paths = pathsOf(report);
      for (const line of write('text', report, contextFor(language, width, { detail })).split('\n')) {
        const holdsPath = paths.some((path) => line.includes(path));
        if (!holdsPath) expect(stringWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('is the same text with and without colour', () => {
    for (const [, report] of reports) {
      const plain = write('text', report);
      const colored = write('text', report, contextFor('en', 80, { color: true }));
      expect(colored.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
    }
  });

  it('always says what did not run', () => {
    for (const detail of details) {
      for (const language of languages) {
        const text = write('text', sampleReports()['incomplete'] ?? raise(), contextFor(language, 80, { detail }));
        expect(text).toContain('exports/photo.jpg');
        expect(text).toContain('order-message.xml:40:3');
        expect(text).toContain(language === 'en' ? '! Incomplete' : '! 检查不完整');
      }
    }
  });

  it('lists every stored place with its value and says how many there are', () => {
    const truncated = sampleReports()['truncated'] ?? raise();
    const text = write('text', truncated);
    for (const finding of truncated.findings) {
      expect(text).toContain(`${finding.location.file}:${finding.location.line}:${finding.location.column}`);
      expect(text).toContain(finding.actual);
    }
    expect(text).toContain('showing 100 of 48,210');
    expect(text.match(/Read the bar code again/g)).toHaveLength(1);
  });

  it('folds what was not assessed into counts with the flag that decides', () => {
    const text = write('text', sampleReports()['findings'] ?? raise());
    expect(text).toContain('6 not assessed: 3 need --direction, 2 need --category');
    expect(text).not.toContain('DEMO 7');
  });

  it.each(languages)('reads like this in %s', (language) => {
    expect(write('text', sampleReports()['findings'] ?? raise(), contextFor(language))).toMatchSnapshot();
  });
});

function pathsOf(report: Report): readonly string[] {
  const files = [
    ...report.inputs.map((input) => input.file),
    ...report.findings.flatMap((one) => [one.location.file, ...one.related.map((other) => other.location.file)]),
    ...report.notices.map((notice) => notice.location.file),
    ...report.notRun.map((missed) => missed.location?.file ?? missed.subject),
  ];
  return files.map(sanitize).filter((file) => file.length > 20);
}

function raise(): never {
  throw new Error('no such sample report');
}
