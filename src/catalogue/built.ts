import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../model/catalogue.js';
import type { CodeList } from '../model/codes.js';
import type { CheckModule } from '../model/compiled.js';
import type { DocumentKind } from '../model/document.js';
import { UserError } from '../model/errors.js';
import type { Format, MessageStructure, StructureRule } from '../model/format.js';
import { remembered } from '../model/on-demand.js';
import type { AcrossRule, Rule, Standard } from '../model/standard.js';
import { fromRows, type RuleHead, type RuleRows, type ruleHeadNames, toRows } from './rule-rows.js';
import { runScript } from './script.js';

/** The catalogue as the build wrote it: data and generated modules, no YAML, nothing to compile. */
export type BuiltCatalogue = {
  readonly catalogue: Catalogue;
  readonly checks: (document: string) => Promise<CheckModule | undefined>;
};

/**
 * What is left out of the main file and read when somebody asks for it: the wording of a rule once it failed, the
 * clauses of a standard on its page, the fields of a document kind when a file of that kind comes.
 */
const detailNames = {
  rule: [
    'clause',
    'message',
    'remedy',
    'expects',
    'rationale',
    'when',
    'where',
    'require',
    'needs',
    'demands',
    'fix',
    'element',
    'examples',
  ],
  across: ['clause', 'message', 'remedy', 'examples'],
  standard: ['sources', 'scope', 'caveat', 'issuer', 'clauses', 'elements'],
  document: ['description', 'key', 'fields', 'parts', 'placeholders'],
  format: ['sources', 'note', 'recognise', 'grouping', 'columns', 'table'],
  structure: ['attributes', 'children'],
  structureRule: ['clause', 'message', 'remedy'],
  codes: ['sources', 'note', 'entries'],
} as const satisfies {
  readonly rule: readonly (keyof Rule)[];
  readonly across: readonly (keyof AcrossRule)[];
  readonly standard: readonly (keyof Standard)[];
  readonly document: readonly (keyof DocumentKind)[];
  readonly format: readonly (keyof Format)[];
  readonly structure: readonly (keyof MessageStructure)[];
  readonly structureRule: readonly (keyof StructureRule)[];
  readonly codes: readonly (keyof CodeList)[];
};

/** The catalogue's main file: what every run needs. */
type Main = Omit<Catalogue, 'rules'> & { readonly rules: RuleRows };

const mainFile = 'catalogue.json';
const files = {
  rules: (slug: string): string => `rules/${slug}.json`,
  standard: (slug: string): string => `standards/${slug}.json`,
  document: (id: string): string => `documents/${id}.json`,
  format: (id: string): string => `formats/${id}.json`,
  structure: (slug: string): string => `structures/${slug}.json`,
  codes: (id: string): string => `codes/${id}.json`,
};

/** The catalogue in files: what every run needs, and what is read only when somebody asks for it. */
export function splitCatalogue(catalogue: Catalogue): { readonly [file: string]: unknown } {
  const details: { [file: string]: unknown } = {};
  const part = <Whole extends object>(whole: Whole, names: readonly string[], file: string): object => {
    const { head, rest } = parted(whole, names);
    details[file] = rest;
    return head;
  };
  const ruleDetails = (rules: readonly { readonly id: string }[], names: readonly string[]): object =>
    Object.fromEntries(rules.map((rule) => [rule.id, parted(rule, names).rest]));
  for (const { slug } of catalogue.standards) {
    const own = catalogue.rules.filter(({ standard }) => standard === slug);
    const structure = catalogue.structures.find(({ standard }) => standard === slug)?.rules ?? [];
    const across = catalogue.across.filter(({ standard }) => standard === slug);
    const rest = {
      ...ruleDetails(own, detailNames.rule),
      ...ruleDetails(across, detailNames.across),
      ...ruleDetails(structure, detailNames.structureRule),
    };
    if (Object.keys(rest).length > 0) details[files.rules(slug)] = rest;
  }
  const main = {
    ...catalogue,
    rules: toRows(catalogue.rules),
    across: catalogue.across.map((rule) => parted(rule, detailNames.across).head),
    standards: catalogue.standards.map((one) => part(one, detailNames.standard, files.standard(one.slug))),
    documents: catalogue.documents.map((one) => part(one, detailNames.document, files.document(one.id))),
    formats: catalogue.formats.map((one) => part(one, detailNames.format, files.format(one.id))),
    structures: catalogue.structures.map((one) => ({
      ...part(one, detailNames.structure, files.structure(one.standard)),
      rules: one.rules.map((rule) => parted(rule, detailNames.structureRule).head),
    })),
    codes: catalogue.codes.map((one) => part(one, detailNames.codes, files.codes(one.id))),
  };
  return { [mainFile]: main, ...details };
}

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
  const catalogue = attachLater(read<Main>(mainFile), read);
  const documents = new Set(catalogue.documents.map((document) => document.id));
  const checks = remembered((document): CheckModule => {
    const module = checksIn(join(folder, `${document}.cjs`));
    if (module.digest !== catalogue.digest) throw notBuilt();
    return module;
  });
  return { catalogue, checks: async (document) => (documents.has(document) ? checks(document) : undefined) };
}

function checksIn(file: string): CheckModule {
  try {
    return runScript<CheckModule>(file);
  } catch (cause) {
    throw notBuilt(cause);
  }
}

type Details = { readonly [name: string]: unknown };

/** Puts back what `splitCatalogue` took out, read on first use. */
function attachLater(main: Main, read: <Data>(file: string) => Data): Catalogue {
  const details = remembered((file) => read<Details>(file));
  const attach = <Head extends object>(heads: readonly Head[], names: readonly string[], of: Of<Head>): void => {
    const prototype = lazily(names, of);
    for (const head of heads) Object.setPrototypeOf(head, prototype);
  };
  const ofRule = remembered((slug) => read<{ readonly [rule: string]: Details }>(files.rules(slug)));
  const rules = fromRows(main.rules);
  attach<RuleHead>(rules, detailNames.rule, ({ standard, id }) => ofRule(standard)[id]);
  attach(main.across, detailNames.across, ({ standard, id }) => ofRule(standard)[id]);
  for (const { rules: own } of main.structures)
    attach(own, detailNames.structureRule, ({ standard, id }) => ofRule(standard)[id]);
  attach(main.standards, detailNames.standard, ({ slug }) => details(files.standard(slug)));
  attach(main.documents, detailNames.document, ({ id }) => details(files.document(id)));
  attach(main.formats, detailNames.format, ({ id }) => details(files.format(id)));
  attach(main.structures, detailNames.structure, ({ standard }) => details(files.structure(standard)));
  attach(main.codes, detailNames.codes, ({ id }) => details(files.codes(id)));
  return { ...main, rules: rules.filter(isWhole) };
}

/** Its row holds one half of a rule's members, the prototype it was given the other. */
function isWhole(rule: RuleHead): rule is Rule {
  return 'require' in rule;
}

type Of<Owner> = (owner: Owner) => Details | undefined;

/** A prototype whose members are looked up in the details of the object that is asked. */
function lazily<Owner extends object>(names: readonly string[], details: Of<Owner>): object {
  const members = names.map((name): [string, PropertyDescriptor] => [
    name,
    {
      get(this: Owner): unknown {
        const value = details(this)?.[name];
        // Fields of a document kind are asked for with every record: the second time it is a plain member.
        Object.defineProperty(this, name, { value });
        return value;
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(members));
}

function notBuilt(cause?: unknown): UserError {
  return new UserError(
    {
      en: 'The catalogue has not been built.',
      'zh-CN': '标准目录尚未构建。',
      fr: 'Le catalogue n’a pas été construit.',
    },
    {
      cause,
      suggestion: { en: 'Run `npm run build`.', 'zh-CN': '请运行 `npm run build`。', fr: 'Exécutez `npm run build`.' },
    },
  );
}

/** Every member of a rule is in its row or among its details: a member added to the model is not lost by the build. */
type Kept = (typeof ruleHeadNames)[number] | (typeof detailNames.rule)[number];
const nothingLost: Exclude<keyof Rule, Kept> extends never ? true : false = true;
void nothingLost;
