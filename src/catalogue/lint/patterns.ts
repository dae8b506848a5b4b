import type { CatalogueFault } from '../../model/catalogue.js';
import type { Loaded } from '../load.js';
import type { FileKind } from '../raw.js';
import { alternativesOf, isNested } from '../regular-expression.js';
import type { YamlPath } from '../yaml.js';
import { conditionsOf, faultAt, type Lint, type LintContext, walkCondition } from './context.js';

type Pattern = {
  readonly source: Loaded<FileKind>;
  readonly pattern: string;
  readonly path: YamlPath;
  /** A value has to match it: then a match anywhere inside is rarely what was meant. */
  readonly insists: boolean;
};

/** Patterns compile, cannot be made to run for ever, and say where they begin and end. */
export const patterns: Lint = function* (context) {
  for (const found of patternsOf(context)) yield* judge(found);
};

function* judge({ source, pattern, path, insists }: Pattern): Generator<CatalogueFault> {
  const problem = compileError(pattern);
  if (problem !== undefined) {
    yield faultAt(source, path, 'pattern-broken', `the pattern does not compile: ${problem}`);
    return;
  }
  if (isNested(pattern)) {
    yield faultAt(source, path, 'pattern-nested', 'a repetition within a repetition: some texts would take for ever');
  }
  if (insists && describesWhole(pattern) && !/[$^]/.test(pattern.replace(/\\.|\[\^/g, ''))) {
    yield faultAt(source, path, 'pattern-unanchored', 'the pattern matches anywhere in the text; write ^…$', {
      severity: 'warning',
    });
  }
  const alternatives = alternativesOf(pattern);
  const [first = '', last = ''] = [alternatives[0], alternatives.at(-1)];
  if (alternatives.length > 1 && opens(first) && !closes(first) && closes(last) && !opens(last)) {
    const message = '^ and $ bind closer than |; write ^(?:…|…)$';
    yield faultAt(source, path, 'pattern-alternation', message, { severity: 'warning' });
  }
}

const opens = (pattern: string): boolean => pattern.startsWith('^');
const closes = (pattern: string): boolean => /(?:^|[^\\])\$$/.test(pattern);

/** Counted digits and letters describe a whole value; words, Chinese ones above all, are looked for within one. */
const describesWhole = (pattern: string): boolean =>
  /(?:\\[dw]|[9zZ]\])(?:\{\d|[+*])/.test(pattern) && !/\p{Script=Han}/u.test(pattern);

function compileError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
  }
}

function* patternsOf({ standards, loaded }: LintContext): Generator<Pattern> {
  for (const linked of standards) {
    const { source } = linked;
    for (const place of conditionsOf(linked)) {
      for (const { condition, path, insists } of walkCondition(place.condition, place.path, place.role === 'require')) {
        if (condition.pattern !== undefined)
          yield { source, pattern: condition.pattern, path: [...path, 'pattern'], insists };
      }
    }
    for (const [index, table] of (source.raw.elements ?? []).entries()) {
      for (const [at, { pattern }] of table.rows.entries()) {
        if (pattern !== undefined)
          yield { source, pattern, path: ['elements', index, 'rows', at, 'pattern'], insists: true };
      }
    }
    for (const [index, { pattern }] of (source.raw.structure?.attributes ?? []).entries()) {
      if (pattern !== undefined)
        yield { source, pattern, path: ['structure', 'attributes', index, 'pattern'], insists: true };
    }
  }
  for (const source of loaded.files.format) {
    for (const [index, { pattern }] of (source.raw.columns ?? []).entries()) {
      if (pattern !== undefined) yield { source, pattern, path: ['columns', index, 'pattern'], insists: false };
    }
  }
}
