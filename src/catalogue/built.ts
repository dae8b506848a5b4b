import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../model/catalogue.js';
import type { CodeList } from '../model/codes.js';
import type { CheckModule } from '../model/compiled.js';
import { UserError } from '../model/errors.js';
import type { Rule, Standard } from '../model/standard.js';

/** The catalogue as the build wrote it: data and generated modules, no YAML, nothing to compile. */
export type BuiltCatalogue = {
  readonly catalogue: Catalogue;
  readonly checks: (document: string) => Promise<CheckModule | undefined>;
};

/** What of a rule is asked for only once it failed, or on a page about it; kept by standard, by the rule's id. */
const ruleDetailNames = [
  'message',
  'remedy',
  'expects',
  'rationale',
  'when',
  'where',
  'require',
  'needs',
  'demands',
  'examples',
] as const;
type RuleDetails = Pick<Rule, (typeof ruleDetailNames)[number]>;

/** What pages about a standard show and no check needs. */
type StandardDetails = Pick<Standard, 'sources' | 'scope' | 'caveat' | 'issuer' | 'elements'>;

const mainFile = 'catalogue.json';
const rulesFile = (slug: string): string => `rules/${slug}.json`;
const codesFile = (list: string): string => `codes/${list}.json`;
const standardFile = (slug: string): string => `standards/${slug}.json`;

/** The catalogue in files: what every run needs, and what is read only when somebody asks for it. */
export function splitCatalogue(catalogue: Catalogue): { readonly [file: string]: unknown } {
  const details = new Map<string, { [rule: string]: object }>();
  const rules = catalogue.rules.map((rule) => {
    const { head, rest } = parted(rule, ruleDetailNames);
    const own = details.get(rule.standard) ?? {};
    details.set(rule.standard, Object.assign(own, { [rule.id]: rest }));
    return head;
  });
  const codes = catalogue.codes.map(({ entries: _entries, ...list }) => list);
  const standards = catalogue.standards.map((standard) => parted(standard, standardDetailNames).head);
  return {
    [mainFile]: { ...catalogue, standards, rules, codes },
    ...Object.fromEntries([...details].map(([slug, own]) => [rulesFile(slug), own])),
    ...Object.fromEntries(
      catalogue.standards.map((standard) => [standardFile(standard.slug), parted(standard, standardDetailNames).rest]),
    ),
    ...Object.fromEntries(catalogue.codes.map((list) => [codesFile(list.id), list.entries])),
  };
}

const standardDetailNames = ['sources', 'scope', 'caveat', 'issuer', 'elements'] as const;

/** An object in two: what stays, and the named members. */
function parted(whole: object, names: readonly string[]): { readonly head: object; readonly rest: object } {
  const entries = Object.entries(whole);
  return {
    head: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
    rest: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
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
  const ruleDetails = remember((slug) => read<{ readonly [rule: string]: RuleDetails }>(rulesFile(slug)));
  const lazyRule = lazily<Rule>(ruleDetailNames, ({ standard, id }) => ruleDetails(standard)[id]);
  for (const rule of catalogue.rules) Object.setPrototypeOf(rule, lazyRule);
  const standardDetails = remember((slug) => read<StandardDetails>(standardFile(slug)));
  const lazyStandard = lazily<Standard>(standardDetailNames, ({ slug }) => standardDetails(slug));
  for (const standard of catalogue.standards) Object.setPrototypeOf(standard, lazyStandard);
  const entries = remember((id) => read<CodeList['entries']>(codesFile(id)));
  for (const list of catalogue.codes) {
    Object.defineProperty(list, 'entries', { enumerable: true, get: () => entries(list.id) });
  }
  return catalogue;
}

/** A prototype whose members are looked up in the details of the object that is asked. */
function lazily<Owner>(names: readonly string[], details: (owner: Owner) => object | undefined): object {
  const members = names.map((name): [string, PropertyDescriptor] => [
    name,
    {
      get(this: Owner): unknown {
        const own = details(this);
        return own === undefined ? undefined : Reflect.get(own, name);
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(members));
}

function remember<Value>(make: (id: string) => Value): (id: string) => Value {
  const made = new Map<string, Value>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}

function notBuilt(cause?: unknown): UserError {
  return new UserError(
    { en: 'The catalogue has not been built.', 'zh-CN': '标准目录尚未构建。' },
    { cause, suggestion: { en: 'Run `npm run build`.', 'zh-CN': '请运行 `npm run build`。' } },
  );
}
