import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueFault } from '../model/catalogue.js';
import type { FileKind, RawByKind } from './raw.js';
import { validate, validators } from './validate.js';
import { parseYaml, type YamlFile } from './yaml.js';

/** A file of the right shape, with its places. */
export type Loaded<Kind extends FileKind> = {
  /** File name without folder and `.yaml`. */
  readonly id: string;
  readonly folder: string;
  readonly raw: RawByKind[Kind];
  readonly yaml: YamlFile;
};

/** All files of the catalogue that have the right shape, by kind. */
export type LoadedFiles = { readonly [Kind in FileKind]: Loaded<Kind>[] };

export type LoadedCatalogue = {
  readonly files: LoadedFiles;
  /** SHA-256 over the files' names and contents, hex. */
  readonly digest: string;
  /** `folder/id` of files too broken to look into: references to them are nobody's second fault. */
  readonly broken: ReadonlySet<string>;
  readonly faults: readonly CatalogueFault[];
};

/** One file as read, with its path below the catalogue's folder, `/` between. */
export type CatalogueText = { readonly file: string; readonly text: string };

export const standardFolders = ['national', 'sectoral', 'local', 'group', 'customs', 'policy'] as const;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads the YAML files of a catalogue's folder, sorted by path. What is no YAML file is left alone. */
export function readCatalogueFolder(folder: string): {
  readonly texts: readonly CatalogueText[];
  readonly faults: readonly CatalogueFault[];
} {
  const texts: CatalogueText[] = [];
  const faults: CatalogueFault[] = [];
  for (const file of yamlFiles(folder, '')) {
    try {
      texts.push({ file, text: decoder.decode(readFileSync(join(folder, file))) });
    } catch (error) {
      const message = error instanceof TypeError ? 'not UTF-8 text' : 'cannot be read';
      faults.push({ file, line: 1, column: 1, code: 'unreadable', message, severity: 'error' });
    }
  }
  return { texts, faults };
}

function yamlFiles(folder: string, prefix: string): string[] {
  const entries: Dirent[] = readdirSync(join(folder, prefix), { withFileTypes: true });
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return yamlFiles(folder, `${path}/`);
      return /\.ya?ml$/i.test(entry.name) ? [path] : [];
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Parses the files and checks their shape. */
export function loadFiles(texts: readonly CatalogueText[]): LoadedCatalogue {
  const files: LoadedFiles = {
    standard: [],
    document: [],
    format: [],
    'code-list': [],
    'term-list': [],
    profile: [],
    categories: [],
    retired: [],
    ledger: [],
  };
  const broken = new Set<string>();
  const faults: CatalogueFault[] = [];
  for (const text of texts) {
    const found = loadFile(text, files);
    faults.push(...found);
    if (found.length > 0) broken.add(text.file.replace(/\.ya?ml$/i, ''));
  }
  return { files, digest: digestOf(texts), broken, faults };
}

function loadFile({ file, text }: CatalogueText, files: LoadedFiles): readonly CatalogueFault[] {
  const misplaced = misplacement(file);
  if (misplaced !== undefined)
    return [{ file, line: 1, column: 1, code: 'misplaced-file', message: misplaced, severity: 'error' }];
  const { yaml, faults } = parseYaml(file, text);
  if (yaml === undefined) return faults;
  return sort(kindOf(file, yaml), yaml, files);
}

function sort<Kind extends FileKind>(kind: Kind, yaml: YamlFile, files: LoadedFiles): readonly CatalogueFault[] {
  const result = validate(validators()[kind], yaml);
  if ('faults' in result) return result.faults;
  const at = yaml.file.lastIndexOf('/');
  const list: Loaded<Kind>[] = files[kind];
  list.push({
    id: yaml.file.slice(at + 1, -'.yaml'.length),
    folder: yaml.file.slice(0, Math.max(at, 0)),
    raw: result.raw,
    yaml,
  });
  return [];
}

/** Files of which there is one, beside the folders. */
const singleFiles: ReadonlyMap<string, FileKind> = new Map([
  ['categories.yaml', 'categories'],
  ['retired.yaml', 'retired'],
  ['ledger.yaml', 'ledger'],
]);

const folders: readonly string[] = [...standardFolders, 'documents', 'formats', 'codes', 'profiles'];

function misplacement(file: string): string | undefined {
  if (!file.endsWith('.yaml')) return `a file of the catalogue ends with .yaml`;
  const steps = file.split('/');
  const folder = steps[0] ?? '';
  if (singleFiles.has(file)) return undefined;
  if (steps.length === 2 && folders.includes(folder)) return undefined;
  return `files stand in one of the folders ${folders.join(', ')}, or are ${[...singleFiles.keys()].join(', ')}`;
}

function kindOf(file: string, yaml: YamlFile): FileKind {
  const single = singleFiles.get(file);
  if (single !== undefined) return single;
  const folder = file.slice(0, file.indexOf('/'));
  if (folder === 'documents') return 'document';
  if (folder === 'formats') return 'format';
  if (folder === 'profiles') return 'profile';
  if (folder !== 'codes') return 'standard';
  return typeof yaml.data === 'object' && yaml.data !== null && 'terms' in yaml.data ? 'term-list' : 'code-list';
}

function digestOf(texts: readonly CatalogueText[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of texts) hash.update(`${file}\0${text.length}\0${text}\0`);
  return hash.digest('hex');
}
