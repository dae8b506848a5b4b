import type { ErrorObject } from 'ajv';
import type { CatalogueFault } from '../model/catalogue.js';
import { nearestWord } from '../text/nearest.js';
import { didYouMean } from './nearest.js';
import type { YamlFile, YamlPath } from './yaml.js';

type Said = { readonly code: string; readonly message: string; readonly key?: string };

/** Turns what the schema validator found into sentences an author can act on: one per mistake, each at its place. */
export function explainSchemaErrors(yaml: YamlFile, errors: readonly ErrorObject[]): CatalogueFault[] {
  const misspelt = misspeltKeys(errors);
  const faults = new Map<string, CatalogueFault>();
  for (const error of errors) {
    const path = pathOf(yaml.data, error.instancePath);
    if (error.keyword === 'required' && misspelt.has(`${error.instancePath} ${paramText(error, 'missingProperty')}`))
      continue;
    const said = say(error, path, yaml);
    if (said === undefined) continue;
    const place = said.key === undefined ? yaml.placeOf(path) : yaml.placeOfKey(path, said.key);
    const fault: CatalogueFault = {
      file: yaml.file,
      ...place,
      code: said.code,
      message: said.message,
      severity: 'error',
    };
    faults.set(`${place.line}:${place.column} ${said.message}`, fault);
  }
  return [...faults.values()];
}

/** Missing keys that are there under a misspelt name: the misspelling is the one fault to report. */
function misspeltKeys(errors: readonly ErrorObject[]): Set<string> {
  const found = new Set<string>();
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const meant = nearestWord(paramText(error, 'additionalProperty'), knownKeys(error));
    if (meant !== undefined) found.add(`${error.instancePath} ${meant}`);
  }
  return found;
}

function say(error: ErrorObject, path: YamlPath, yaml: YamlFile): Said | undefined {
  const what = nameOf(path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = paramText(error, 'additionalProperty');
      return { code: 'unknown-key', message: `unknown key '${key}'${didYouMean(key, knownKeys(error))}`, key };
    }
    case 'required':
      return { code: 'missing-key', message: `${what} needs '${paramText(error, 'missingProperty')}'` };
    case 'dependentRequired':
      return {
        code: 'missing-key',
        message: `'${paramText(error, 'property')}' needs '${paramText(error, 'missingProperty')}' beside it`,
      };
    case 'type':
      return { code: 'wrong-type', message: wrongType(error, what, yaml.writtenAt(path)) };
    case 'enum':
      return sayWord(error, what);
    case 'pattern':
    case 'format':
      return {
        code: 'wrong-form',
        message: `${what} must be ${String(error.parentSchema?.['description'] ?? 'written otherwise')}, not ${shown(error.data)}`,
      };
    case 'minItems':
    case 'minProperties':
      return { code: 'too-few', message: `${what} must not be empty${atLeast(error)}` };
    case 'maxItems':
      return { code: 'too-many', message: `${what} takes at most ${paramText(error, 'limit')}` };
    case 'uniqueItems':
      return { code: 'repeated', message: `${what} says the same thing twice` };
    case 'minimum':
      return { code: 'wrong-form', message: `${what} must be ${paramText(error, 'limit')} or more` };
    // The branch an `if` chose reports its own errors.
    case 'if':
      return undefined;
    default:
      return { code: 'wrong-form', message: `${what} is not as the schema wants it (${error.keyword})` };
  }
}

function sayWord(error: ErrorObject, what: string): Said {
  const allowed = paramList(error, 'allowedValues');
  const hint = typeof error.data === 'string' ? didYouMean(error.data, allowed) : '';
  return {
    code: 'unknown-word',
    message: `${what} must be one of ${[...new Set(allowed)].join(', ')}, not ${shown(error.data)}${hint}`,
  };
}

/** A bare 007, 1.10 or null was meant as text: the one mistake of type that is made all the time. */
function wrongType(error: ErrorObject, what: string, written: string | undefined): string {
  const types = paramText(error, 'type').split(',');
  const data: unknown = error.data;
  const bare = data === null || typeof data === 'number' || typeof data === 'boolean';
  if (types.includes('string') && bare) {
    const text = written ?? String(data);
    return text === '' ? `${what} is empty` : `${what} must be text: put it in quotes, "${text}"`;
  }
  return `${what} must be ${types.map((type) => typeNames[type] ?? type).join(' or ')}, not ${kindOf(data)}`;
}

const typeNames: { readonly [type: string]: string } = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

function kindOf(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a mapping' : shown(data);
}

function shown(data: unknown): string {
  const text = typeof data === 'string' ? `'${data}'` : JSON.stringify(data);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function atLeast(error: ErrorObject): string {
  const limit = Number(paramText(error, 'limit'));
  return limit > 1 ? `: at least ${limit}` : '';
}

/** `'require.properties.gtin'`, list positions left out: the line and column say which. */
function nameOf(path: YamlPath): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.length === 0 ? 'the file' : `'${names.slice(-3).join('.')}'`;
}

function knownKeys(error: ErrorObject): string[] {
  const properties: unknown = error.parentSchema?.['properties'];
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function paramText(error: ErrorObject, name: string): string {
  const value: unknown = error.params[name];
  return Array.isArray(value) ? value.join(',') : String(value);
}

function paramList(error: ErrorObject, name: string): string[] {
  const value: unknown = error.params[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A JSON pointer as a path: steps into lists become numbers. */
function pathOf(data: unknown, pointer: string): YamlPath {
  const path: (string | number)[] = [];
  let value: unknown = data;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return path;
}
