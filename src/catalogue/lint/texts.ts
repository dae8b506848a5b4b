import type { CatalogueFault } from '../../model/catalogue.js';
import { placeholderNames } from '../../text/fill.js';
import type { Loaded, LoadedFiles } from '../load.js';
import { didYouMean } from '../nearest.js';
import type { FileKind } from '../raw.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint } from './context.js';

/** What a report puts in the place of `{name}`. */
const placeholders: readonly string[] = ['field', 'actual', 'expected', 'value', 'meaning'];

/** Messages use the placeholders reports fill. */
export const messages: Lint = function* ({ loaded }) {
  for (const source of loaded.files.standard) {
    for (const [name, list] of [
      ['rules', source.raw.rules ?? []],
      ['across', source.raw.across ?? []],
    ] as const) {
      for (const [index, rule] of list.entries()) {
        if ('cite' in rule) continue;
        for (const key of ['message', 'remedy'] as const) yield* unfilled(source, rule[key], [name, index, key]);
      }
    }
  }
};

function* unfilled(
  source: Loaded<FileKind>,
  texts: { readonly [language: string]: string },
  path: YamlPath,
): Generator<CatalogueFault> {
  for (const [language, text] of Object.entries(texts)) {
    for (const name of placeholderNames(text.replace(/\{\s*(\w+)\s*\}/g, '{$1}'))) {
      if (placeholders.includes(name) && text.includes(`{${name}}`)) continue;
      const message = `no report fills '{${name}}'${didYouMean(name, placeholders)}; there are {${placeholders.join('} {')}}`;
      yield faultAt(source, [...path, language], 'placeholder-unknown', message);
    }
  }
}

const machinePath = /(?:^|[\s"'(=])(?:\/(?:home|Users|root|tmp|work|var|mnt)\/|[A-Za-z]:\\|file:\/\/|~\/|\.\.\/)/;
const dateKeys: ReadonlySet<string> = new Set(['issued', 'from', 'until', 'seen', 'dated']);

/** No text names a place on somebody's machine, and every date is a day of the calendar. */
export const strings: Lint = function* ({ loaded }) {
  for (const source of allFiles(loaded.files)) {
    for (const { path, text } of stringsIn(source.raw, [])) {
      if (machinePath.test(text))
        yield faultAt(source, path, 'machine-path', `'${excerpt(text)}' is a place on somebody's machine`);
      const key = path.at(-1);
      if (typeof key === 'string' && dateKeys.has(key) && /^\d{4}-\d\d-\d\d$/.test(text) && !isDay(text)) {
        yield faultAt(source, path, 'bad-date', `${text} is not a day of the calendar`);
      }
    }
  }
};

function allFiles(files: LoadedFiles): Loaded<FileKind>[] {
  return Object.values(files).flat();
}

function* stringsIn(value: unknown, path: YamlPath): Generator<{ readonly path: YamlPath; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* stringsIn(item, [...path, index]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      // Patterns are no prose: `../` may well stand in one.
      if (key !== 'pattern') yield* stringsIn(item, [...path, key]);
    }
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function excerpt(text: string): string {
  const at = machinePath.exec(text)?.index ?? 0;
  return text.slice(at, at + 40).trim();
}
