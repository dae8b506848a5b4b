import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../model/catalogue.js';
import type { CodeEntry, CodeList } from '../model/codes.js';
import type { CheckModule } from '../model/compiled.js';
import { UserError } from '../model/errors.js';
import type { Rule, RuleExamples } from '../model/standard.js';

/** The catalogue as the build wrote it: data and generated modules, no YAML, nothing to compile. */
export type BuiltCatalogue = {
  readonly catalogue: Catalogue;
  readonly checks: (document: string) => Promise<CheckModule | undefined>;
};

/** What `explain` and `catalogue test` want to know of a rule and no check does. */
type RuleDetails = Pick<Rule, 'rationale'> & { readonly examples: RuleExamples };

const mainFile = 'catalogue.json';
const detailsFile = 'details.json';
const codesFile = (list: string): string => `codes/${list}.json`;

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
  return {
    [mainFile]: { ...catalogue, rules, codes },
    [detailsFile]: details,
    ...Object.fromEntries(catalogue.codes.map((list) => [codesFile(list.id), list.entries])),
  };
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
  let details: { readonly [rule: string]: RuleDetails } | undefined;
  const detailsOf = (rule: string): RuleDetails | undefined => {
    details ??= read(detailsFile);
    return details?.[rule];
  };
  for (const rule of catalogue.rules) {
    Object.defineProperties(rule, {
      examples: { enumerable: true, get: () => detailsOf(rule.id)?.examples },
      rationale: { enumerable: true, get: () => detailsOf(rule.id)?.rationale },
    });
  }
  for (const list of catalogue.codes) {
    let entries: readonly CodeEntry[] | undefined;
    const property = {
      enumerable: true,
      get: (): CodeList['entries'] => {
        entries ??= read<readonly CodeEntry[]>(codesFile(list.id));
        return entries;
      },
    };
    Object.defineProperty(list, 'entries', property);
  }
  return catalogue;
}

function notBuilt(cause?: unknown): UserError {
  return new UserError(
    { en: 'The catalogue has not been built.', 'zh-CN': '标准目录尚未构建。' },
    { cause, suggestion: { en: 'Run `npm run build`.', 'zh-CN': '请运行 `npm run build`。' } },
  );
}
