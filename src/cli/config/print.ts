import { relative } from 'node:path';
import type { Command } from 'commander';
import type { Language, OwnText } from '../../model/language.js';
import { inLanguage } from '../../text/language.js';
import { type Setting, settingsOf, variableOf } from './settings.js';
import type { Settled } from './settle.js';
import { pairLines, yamlList, yamlWord } from './write-yaml.js';

/** The settings in effect, itself a `borderlint.yaml`, with where each came from behind it. */
export function effectiveConfig(command: Command, settled: Settled, language: Language): string {
  const say = (text: OwnText): string => inLanguage(text, language);
  const rows = settingsOf(command).flatMap(({ setting, option }) => {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (value === undefined) return [];
    const source = command.getOptionValueSource(option.attributeName());
    return [{ setting, value, from: say(origin(setting, source, settled)) }];
  });
  const set = new Set(rows.map(({ setting }) => setting));
  const unset = settingsOf(command).flatMap(({ setting }) => (set.has(setting) ? [] : [setting.key]));
  const head =
    settled.file === undefined ? say(texts.noFile) : `${say(texts.file)} ${relative(process.cwd(), settled.file)}`;
  const lines = rows.flatMap(({ setting, value, from }) => settingLines(setting, value, from));
  return [`# ${head}`, ...aligned(lines), `# ${say(texts.unset)} ${unset.join(', ')}`, ''].join('\n');
}

type Line = readonly [text: string, remark?: string];

function settingLines({ key, kind }: Setting, value: unknown, from: string): readonly Line[] {
  if (kind === 'severities' || kind === 'mappings') {
    const [first = '', ...rest] = pairLines(key, Array.isArray(value) ? value.map(String) : []);
    return [[first, from], ...rest.map((one): Line => [one])];
  }
  return [[`${key}: ${Array.isArray(value) ? yamlList(value.map(String)) : yamlWord(String(value))}`, from]];
}

function aligned(lines: readonly Line[]): readonly string[] {
  const width = Math.min(40, Math.max(0, ...lines.map(([text]) => text.length)));
  return lines.map(([text, remark]) => (remark === undefined ? text : `${text.padEnd(width)}  # ${remark}`));
}

function origin(setting: Setting, source: string | undefined, { places }: Settled): OwnText {
  const place = places.get(setting.key);
  if (source === 'cli') return same(`--${setting.key}`);
  if (source === 'env') return same(variableOf(setting));
  if (place !== undefined) return same(`${place.file}:${place.line ?? 1}:${place.column ?? 1}`);
  return texts.byDefault;
}

function same(text: string): OwnText {
  return { en: text, 'zh-CN': text, fr: text };
}

const texts = {
  noFile: { en: 'no settings file', 'zh-CN': '没有配置文件', fr: 'pas de fichier de réglages' },
  file: { en: 'settings file:', 'zh-CN': '配置文件：', fr: 'fichier de réglages :' },
  unset: { en: 'not set:', 'zh-CN': '未设置：', fr: 'non réglés :' },
  byDefault: { en: 'default', 'zh-CN': '默认值', fr: 'par défaut' },
} as const satisfies { readonly [id: string]: OwnText };
