import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageFolder } from '../../src/catalogue/package-folder.js';
import { settings } from '../../src/cli/config/settings.js';
import { pairLines, yamlList } from '../../src/cli/config/write-yaml.js';
import { fixtures, parseScenario } from './scenario.js';

const schema: object = JSON.parse(
  readFileSync(join(packageFolder, 'dist', 'schemas', 'borderlint-config.schema.json'), 'utf8'),
);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** The settings file of a scenario, as an editor with the published schema sees it. */
function settingsOf(scenario: string): unknown {
  const { files } = parseScenario(readFileSync(join(fixtures, 'scenarios', `${scenario}.scenario`), 'utf8'));
  const bytes = files.find(({ name }) => name === 'borderlint.yaml')?.bytes ?? new Uint8Array();
  return parse(Buffer.from(bytes).toString());
}

describe('the published schema of borderlint.yaml', () => {
  it.each(['config', 'config-applies', 'config-lang'])('takes what is right: %s', (scenario) => {
    expect(validate(settingsOf(scenario)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(['config-faults', 'config-choice', 'no-config'])('refuses what is wrong: %s', (scenario) => {
    expect(validate(settingsOf(scenario))).toBe(false);
  });

  it('takes an empty file', () => {
    expect(validate(parse('# nothing yet\n'))).toBe(true);
  });
});

it('every setting is an option of `check`', () => {
  expect(Object.keys(new Map(Object.entries(schema)).get('properties'))).toEqual(settings.map(({ key }) => key));
});

describe('words written as YAML', () => {
  it('are read back as the same words', () => {
    const words = [
      '1210',
      '0909',
      'true',
      'GB/T 40290-2021',
      'sarif=out.sarif',
      '出口',
      'a: b',
      '#x',
      '-',
      '1e3',
      ' a ',
    ];
    const read: unknown = parse(yamlList(words), { schema: 'core' });
    expect(Array.isArray(read) ? read.map(String) : read).toEqual(words);
    expect(parse(pairLines('severity', ['gb-1/a=advice', 'b: c=error']).join('\n'))).toEqual({
      severity: { 'gb-1/a': 'advice', 'b: c': 'error' },
    });
  });
});
