import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseYaml, type YamlFile, type YamlPath } from '../../catalogue/yaml.js';
import { UserError } from '../../model/errors.js';
import type { OwnText } from '../../model/language.js';
import { nearestWord } from '../../text/nearest.js';
import { type Setting, settings } from './settings.js';

export type FilePlace = { readonly file: string; readonly line: number; readonly column: number };

/** One word as a flag would give it, `severity` as `rule=level`. */
export type PlacedWord = { readonly word: string; readonly place: FilePlace };

/** What a file says of one setting. */
export type FileSetting = { readonly setting: Setting; readonly words: readonly PlacedWord[] };

type Fault = (path: YamlPath, text: OwnText, suggestion?: OwnText, key?: string) => void;

/**
 * Reads `borderlint.yaml`; paths in it are taken from its own folder on.
 * @param offered the settings the command takes; others a file may hold are for other commands
 * @throws AggregateError of all its faults, each a UserError with its place
 */
export function readConfig(path: string, offered: readonly Setting[]): readonly FileSetting[] {
  const file = relative(process.cwd(), path) || path;
  const { yaml, faults: broken } = parseYaml(file, textOf(path, file));
  const faults = broken.map(({ message, ...place }) => new UserError(inAll(message), { place }));
  if (yaml === undefined) throw new AggregateError(faults);
  const fault: Fault = (at, text, suggestion, key) => {
    const place = { file, ...(key === undefined ? yaml.placeOf(at) : yaml.placeOfKey(at, key)) };
    faults.push(new UserError(text, { place, ...(suggestion === undefined ? {} : { suggestion }) }));
  };
  const found = settingsIn(yaml, fault);
  if (faults.length > 0) throw new AggregateError(faults);
  return found
    .filter(({ setting }) => offered.includes(setting))
    .map(({ setting, words }) => ({
      setting,
      words: words.map(({ word, place }) => ({ word: fromFolder(setting, word, dirname(path)), place })),
    }));
}

function textOf(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new UserError(
      {
        en: `The settings cannot be read: ${file}.`,
        'zh-CN': `无法读取配置文件 ${file}。`,
        fr: `Impossible de lire les réglages : ${file}.`,
      },
      { cause },
    );
  }
}

function settingsIn(yaml: YamlFile, fault: Fault): readonly FileSetting[] {
  const { data } = yaml;
  // A file of comments alone says nothing.
  if (data === null || data === undefined) return [];
  if (!isMapping(data)) {
    fault([], {
      en: 'The settings are lines of the form `direction: import`.',
      'zh-CN': '配置应写成 `direction: import` 形式的行。',
      fr: 'Les réglages s’écrivent en lignes de la forme `direction: import`.',
    });
    return [];
  }
  return Object.entries(data).flatMap(([key, value]) => {
    const setting = settings.find((one) => one.key === key);
    if (setting === undefined) unknownKey(key, fault);
    return setting === undefined ? [] : [{ setting, words: wordsOf(setting, value, yaml, fault) }];
  });
}

function unknownKey(key: string, fault: Fault): void {
  const keys = settings.map((one) => one.key);
  const near = nearestWord(key, keys);
  fault(
    [],
    { en: `There is no setting ${key}.`, 'zh-CN': `没有名为 ${key} 的配置项。`, fr: `Il n’y a pas de réglage ${key}.` },
    near === undefined
      ? {
          en: `There are: ${keys.join(', ')}.`,
          'zh-CN': `可用的配置项：${keys.join('、')}。`,
          fr: `Il y a : ${keys.join(', ')}.`,
        }
      : { en: `Did you mean ${near}?`, 'zh-CN': `是否想写 ${near}？`, fr: `Vouliez-vous dire ${near} ?` },
    key,
  );
}

function wordsOf(setting: Setting, value: unknown, yaml: YamlFile, fault: Fault): readonly PlacedWord[] {
  const { key, kind } = setting;
  const at = (path: YamlPath, word: string): PlacedWord => ({
    word,
    place: { file: yaml.file, ...yaml.placeOf(path) },
  });
  // Words are taken as they are written, `0909` with its first zero.
  const scalar = (path: YamlPath, one: unknown): string | undefined =>
    typeof one === 'string' ? one : typeof one === 'number' ? yaml.writtenAt(path) : undefined;
  if ((kind === 'severities' || kind === 'mappings') && isMapping(value)) {
    return Object.entries(value).flatMap(([first, second]) => {
      if (typeof second === 'string') return [at([key, first], `${first}=${second}`)];
      fault([key, first], wanted[kind](key));
      return [];
    });
  }
  const items = kind === 'words' && Array.isArray(value) ? [...value.entries()] : undefined;
  if (items !== undefined) {
    return items.flatMap(([index, item]) => {
      const word = scalar([key, index], item);
      if (word !== undefined) return [at([key, index], word)];
      fault([key, index], wanted[kind](key));
      return [];
    });
  }
  const word = kind === 'severities' ? undefined : scalar([key], value);
  if (word !== undefined) return [at([key], word)];
  fault([key], wanted[kind](key));
  return [];
}

const wanted: { readonly [Kind in Setting['kind']]: (key: string) => OwnText } = {
  word: (key) => ({
    en: `${key} is one word, such as \`${key}: …\`.`,
    'zh-CN': `${key} 应为一个值，写作 \`${key}: …\`。`,
    fr: `${key} est un seul mot : \`${key}: …\`.`,
  }),
  words: (key) => ({
    en: `${key} is a word or a list of words, such as \`${key}: [a, b]\`.`,
    'zh-CN': `${key} 应为一个值或一组值，写作 \`${key}: [a, b]\`。`,
    fr: `${key} est un mot ou une liste de mots : \`${key}: [a, b]\`.`,
  }),
  number: (key) => ({
    en: `${key} is a whole number, such as \`${key}: 50\`.`,
    'zh-CN': `${key} 应为整数，写作 \`${key}: 50\`。`,
    fr: `${key} est un nombre entier : \`${key}: 50\`.`,
  }),
  severities: (key) => ({
    en: `${key} has a line for each rule: its id, then error, warning or advice.`,
    'zh-CN': `${key} 每条规则一行：规则编号，然后是 error、warning 或 advice。`,
    fr: `${key} a une ligne par règle : son identifiant, puis error, warning ou advice.`,
  }),
  mappings: (key) => ({
    en: `${key} is a mapping file, or has a line for each pattern of names: \`"*.erp.csv": goods.map.yaml\`.`,
    'zh-CN': `${key} 应为一个映射文件，或每种文件名一行：\`"*.erp.csv": goods.map.yaml\`。`,
    fr: `${key} est un fichier de correspondance, ou a une ligne par motif de noms : \`"*.erp.csv": goods.map.yaml\`.`,
  }),
};

/** A path of the file as seen from the working folder. */
function fromFolder({ names }: Setting, word: string, folder: string): string {
  const seen = (path: string): string => (path === '' ? '' : relative(process.cwd(), resolve(folder, path)) || '.');
  if (names === 'path') return seen(word);
  if (names === 'mapping') return mappingFromFolder(word, seen);
  const equals = names === 'report' ? word.indexOf('=') : -1;
  return equals < 0 ? word : `${word.slice(0, equals)}=${seen(word.slice(equals + 1))}`;
}

/** A pattern without a slash is about names alone, wherever the files lie. */
function mappingFromFolder(word: string, seen: (path: string) => string): string {
  const equals = word.lastIndexOf('=');
  const pattern = word.slice(0, Math.max(equals, 0));
  const file = seen(word.slice(equals + 1));
  return pattern === '' ? file : `${pattern.includes('/') ? seen(pattern) : pattern}=${file}`;
}

function isMapping(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the YAML parser says, which it says in English. */
function inAll(message: string): OwnText {
  return { en: `${message}.`, 'zh-CN': `YAML 有误：${message}。`, fr: `YAML incorrect : ${message}.` };
}
