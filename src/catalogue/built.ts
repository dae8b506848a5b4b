import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../model/catalogue.js';
import type { CodeList } from '../model/codes.js';
import type { CheckModule } from '../model/compiled.js';
import { UserError } from '../model/errors.js';
import type { Rule, RuleExamples, Standard } from '../model/standard.js';

/** The catalogue as the build wrote it: data and generated modules, no YAML, nothing to compile. */
export type BuiltCatalogue = {
  readonly catalogue: Catalogue;
  readonly checks: (document: string) => Promise<CheckModule | undefined>;
};

/** What `explain` and `catalogue test` want to know of a rule and no check does. */
type RuleDetails = Pick<Rule, 'rationale'> & { readonly examples: RuleExamples };

/** What pages about a standard show and no check needs. */
type StandardDetails = Pick<Standard, 'sources' | 'scope' | 'caveat' | 'issuer' | 'elements'>;

const mainFile = 'catalogue.json';
const detailsFile = 'details.json';
const codesFile = (list: string): string => `codes/${list}.json`;
const standardFile = (slug: string): string => `standards/${slug}.json`;

/** The catalogue in files: what every run needs, and what is read only when somebody asks for it. */
export function splitCatalogue(catalogue: Catalogue): { readonly [file: string]: unknown } {
  const details = Object.fromEntries(
    catalogue.rules.map(({ id, rationale, examples }): [string, RuleDetails] => [
      id,
      { examples, ...(rationale === undefined ? {} : { rationale }) },
    ]),
  );
  const rules = catalogue.rules.map(({ rationale: _rationale, examples: _examples, ...rule }) => rule);
  const codes = catalogue.codes.map(({ entries: _entries, ...list }) => list);
  const standards = catalogue.standards.map(standardHead);
  return {
    [mainFile]: { ...catalogue, standards, rules, codes },
    [detailsFile]: details,
    ...Object.fromEntries(
      catalogue.standards.map((standard) => [standardFile(standard.slug), standardDetails(standard)]),
    ),
    ...Object.fromEntries(catalogue.codes.map((list) => [codesFile(list.id), list.entries])),
  };
}

const detailNames = ['sources', 'scope', 'caveat', 'issuer', 'elements'] as const;

function standardHead(standard: Standard): object {
  const { sources: _sources, scope: _scope, caveat: _caveat, issuer: _issuer, elements: _elements, ...head } = standard;
  return head;
}

function standardDetails({ sources, scope, caveat, issuer, elements }: Standard): object {
  return { sources, scope, caveat, issuer, elements };
}

/** @throws UserError when the folder was never built, or holds checks of another catalogue */
export function loadBuiltCatalogue(folder: string): BuiltCatalogue {
  const read = <Data>(file: string): Data => {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (cause) {
      throw notBuilt(cause);
    }
  };
  const catalogue = attachLater(read<Catalogue>(mainFile), read);
  const documents = new Set(catalogue.documents.map((document) => document.id));
  return {
    catalogue,
    checks: async (document) => {
      if (!documents.has(document)) return undefined;
      const module: CheckModule = await import(pathToFileURL(join(folder, `${document}.mjs`)).href);
      if (module.digest !== catalogue.digest) throw notBuilt();
      return module;
    },
  };
}

/** Puts back what `splitCatalogue` took out, read on first use. */
function attachLater(catalogue: Catalogue, read: <Data>(file: string) => Data): Catalogue {
  const details = once(() => read<{ readonly [rule: string]: RuleDetails }>(detailsFile));
  for (const rule of catalogue.rules) {
    Object.defineProperties(rule, {
      examples: { enumerable: true, get: () => details()[rule.id]?.examples },
      rationale: { enumerable: true, get: () => details()[rule.id]?.rationale },
    });
  }
  for (const standard of catalogue.standards) {
    const details = once(() => read<StandardDetails>(standardFile(standard.slug)));
    for (const name of detailNames) {
      Object.defineProperty(standard, name, { enumerable: true, get: () => details()[name] });
    }
  }
  for (const list of catalogue.codes) {
    const entries = once(() => read<CodeList['entries']>(codesFile(list.id)));
    Object.defineProperty(list, 'entries', { enumerable: true, get: entries });
  }
  return catalogue;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function notBuilt(cause?: unknown): UserError {
  return new UserError(
    { en: 'The catalogue has not been built.', 'zh-CN': '标准目录尚未构建。' },
    { cause, suggestion: { en: 'Run `npm run build`.', 'zh-CN': '请运行 `npm run build`。' } },
  );
}
