import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import type { Profile, Request } from '../model/plan.js';
import type { Report } from '../model/report.js';
import type { Direction, Edition, IsoDate, Severity, Standard, SupervisionMode } from '../model/standard.js';
import { isCalendarDay } from '../vocabulary/check-digits.js';
import { unknownWord } from './errors.js';

/** The options of `check` that say what to check against. */
export type SelectionOptions = {
  readonly profile?: string;
  readonly direction?: Direction;
  readonly edition?: Edition;
  readonly mode?: readonly string[];
  readonly category?: readonly string[];
  readonly asOf?: string;
  readonly standard?: readonly string[];
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
  readonly claims?: readonly string[];
  /** Words of the form `rule=severity`. */
  readonly severity?: readonly string[];
};

const severityLevels: readonly Severity[] = ['error', 'warning', 'advice'];
const modes: readonly SupervisionMode[] = ['1210', '1239', '9610', '9710', '9810'];

/**
 * Flags over profile. Every name is checked, so that a misspelt standard never silently checks nothing.
 * @throws UserError for a profile, standard, rule, mode, category or date that does not exist
 */
export function requestFrom(catalogue: Catalogue, options: SelectionOptions, today: IsoDate): Request {
  const profile = options.profile === undefined ? undefined : findProfile(catalogue, options.profile);
  const direction = options.direction ?? profile?.direction;
  const slugs = (numbers: readonly string[] | undefined): readonly string[] =>
    (numbers ?? []).map((number) => slugOf(catalogue, number));
  const skip = [...(profile?.skip ?? []), ...(options.skip ?? [])];
  return {
    asOf: options.asOf === undefined ? today : day(options.asOf),
    ...(direction === undefined ? {} : { direction }),
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    modes: options.mode === undefined ? (profile?.modes ?? []) : options.mode.map(modeOf),
    categories: (options.category ?? profile?.categories ?? []).map((id) => categoryOf(catalogue, id)),
    ...(profile === undefined ? {} : { profile: profile.id }),
    claims: slugs(options.claims ?? profile?.claims),
    standards: slugs(options.standard ?? profile?.standards),
    rules: (options.rule ?? []).map((id) => ruleOf(catalogue, id)),
    skip: skip.map((id) => (id.includes('/') ? ruleOf(catalogue, id) : slugOf(catalogue, id))),
    severity: { ...profile?.severity, ...severities(catalogue, options.severity ?? []) },
  };
}

function severities(catalogue: Catalogue, words: readonly string[]): Request['severity'] {
  return Object.fromEntries(
    words.map((word) => {
      const equals = word.lastIndexOf('=');
      const level = severityLevels.find((one) => one === word.slice(equals + 1));
      if (equals > 0 && level !== undefined) return [ruleOf(catalogue, word.slice(0, equals)), level];
      throw notASeverity(word);
    }),
  );
}

function notASeverity(word: string): UserError {
  return new UserError(
    {
      en: `${word} does not say how severe a rule is.`,
      'zh-CN': `${word} 未写明规则的严重程度。`,
      fr: `${word} ne dit pas la gravité d’une règle.`,
    },
    {
      word,
      suggestion: {
        en: 'The form is RULE=error, RULE=warning or RULE=advice; --skip RULE leaves it out.',
        'zh-CN': '应写作 规则=error、规则=warning 或 规则=advice；不检查该规则请用 --skip 规则。',
        fr: 'Écrivez RÈGLE=error, RÈGLE=warning ou RÈGLE=advice ; --skip RÈGLE l’écarte.',
      },
    },
  );
}

/** The request as the report repeats it. */
export function summariseRequest(options: SelectionOptions, paths: readonly string[]): Report['request'] {
  const said: { [name: string]: string | readonly string[] } = { paths };
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'string' || Array.isArray(value)) said[name] = value;
  }
  return said;
}

/** A standard's slug, from its number or slug in any case and spacing; the edition may be left out where there is one. */
export function slugOf(catalogue: Catalogue, word: string): string {
  const folded = fold(word);
  const editionless = (name: string): string => fold(name.replace(/[—–-]\d{4}$/u, ''));
  const { standards } = catalogue;
  const found = standards.find(({ number, slug }) => fold(number) === folded || fold(slug) === folded);
  if (found !== undefined) return found.slug;
  const editions = standards.filter(
    ({ number, slug }) => editionless(number) === folded || editionless(slug) === folded,
  );
  const [only] = editions;
  if (only !== undefined && editions.length === 1) return only.slug;
  if (only !== undefined) throw severalEditions(word, editions);
  const words = standards.flatMap((standard) => [standard.number, standard.slug]);
  throw unknownWord({ en: 'standard', 'zh-CN': '标准', fr: 'norme' }, word, words, 'borderlint list standards');
}

function severalEditions(word: string, editions: readonly Standard[]): UserError {
  const numbers = editions.map((standard) => standard.number);
  const latest = numbers.toSorted().at(-1) ?? '';
  return new UserError(
    {
      en: `${word} has several editions: ${numbers.join(', ')}.`,
      'zh-CN': `${word} 有多个版本：${numbers.join('、')}。`,
      fr: `${word} a plusieurs éditions : ${numbers.join(', ')}.`,
    },
    {
      word,
      suggestion: {
        en: `Name one: --standard "${latest}".`,
        'zh-CN': `请指定其一：--standard "${latest}"。`,
        fr: `Nommez-en une : --standard "${latest}".`,
      },
    },
  );
}

function findProfile(catalogue: Catalogue, id: string): Profile {
  const found = catalogue.profiles.find((profile) => profile.id === id);
  if (found === undefined) {
    const ids = catalogue.profiles.map((profile) => profile.id);
    throw unknownWord({ en: 'profile', 'zh-CN': '方案', fr: 'profil' }, id, ids, 'borderlint list profiles');
  }
  return found;
}

/** @throws UserError for an id no rule has */
export function ruleOf(catalogue: Catalogue, id: string): string {
  const ids = [
    ...catalogue.rules,
    ...catalogue.across,
    ...catalogue.structures.flatMap((structure) => structure.rules),
  ].map((rule) => rule.id);
  if (ids.includes(id)) return id;
  throw unknownWord({ en: 'rule', 'zh-CN': '规则', fr: 'règle' }, id, ids, 'borderlint list rules');
}

function modeOf(word: string): SupervisionMode {
  const found = modes.find((mode) => mode === word);
  if (found === undefined)
    throw unknownWord({ en: 'supervision mode', 'zh-CN': '监管方式', fr: 'régime douanier' }, word, modes);
  return found;
}

function categoryOf(catalogue: Catalogue, id: string): string {
  const ids = catalogue.categories.map((category) => category.id);
  if (ids.includes(id)) return id;
  throw unknownWord({ en: 'category', 'zh-CN': '商品类别', fr: 'catégorie' }, id, ids, 'borderlint list categories');
}

function day(text: string): IsoDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return text;
  throw new UserError(
    {
      en: `--as-of wants a day as yyyy-MM-dd, not ${text}.`,
      'zh-CN': `--as-of 须为 yyyy-MM-dd 形式的日期，而不是 ${text}。`,
      fr: `--as-of attend un jour sous la forme yyyy-MM-dd, pas ${text}.`,
    },
    {
      suggestion: {
        en: 'For example --as-of 2027-04-01.',
        'zh-CN': '例如 --as-of 2027-04-01。',
        fr: 'Par exemple --as-of 2027-04-01.',
      },
    },
  );
}

/** "GB/T 2659.1-2022", "gbt2659.1—2022" and "gb-t-2659.1-2022" are the same. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/—–-]+/gu, '');
}
