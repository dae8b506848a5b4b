import type { Language, Text, Title } from '../model/language.js';
import type { Applicability, Clause, IsoDate, Source, Standard } from '../model/standard.js';
import { inLanguage, titleIn } from '../text/language.js';
import type { ExplainContext } from './context.js';
import { shortTitle } from './fields.js';
import { labels } from './labels.js';
import { type Pair, pair } from './page.js';
import { insideSentence } from './phrases.js';
import { phrases } from './texts.js';
import { colonOf, commaOf, directions, evidenceWords, levels, obligations, say } from './words.js';

/** “mandatory national standard”, “强制性国家标准”, “norme nationale obligatoire”. */
export function kindOf({ level, obligation }: Pick<Standard, 'level' | 'obligation'>, language: Language): string {
  const kind = inLanguage(levels[level], language);
  // Laws bind by being laws, customs messages by being refused: nobody calls them mandatory ones.
  if (level === 'policy' || level === 'customs') return kind;
  const force = inLanguage(obligations[obligation], language);
  if (language === 'fr') return `${kind} ${force}`;
  return force + (language === 'zh-CN' ? '' : ' ') + kind;
}

/** “in force since 2009-11-15”, “comes into force on 2027-03-16”, with the end where there is one. */
export function inForceWords(standard: Standard, today: IsoDate, language: Language): string {
  const doubt = standard.statusConfirmed ? '' : inLanguage(phrases.unconfirmed, language);
  return say(inForceText(standard, today), language, standard.effective) + doubt;
}

function inForceText({ status, effective: { from, until } }: Standard, today: IsoDate): Text {
  if (status === 'draft') return phrases.draft;
  if (until !== undefined && until <= today) return phrases.ended;
  if (status === 'withdrawn') return phrases.withdrawn;
  if (from !== undefined && from > today) return phrases.upcoming;
  if (status === 'superseded') return phrases.superseded;
  return from === undefined ? phrases.undated : phrases.inForce;
}

/** All languages a title was issued in, the reader's first. */
export function titleLines(title: Title, language: Language): readonly string[] {
  const own = titleIn(title, language);
  return [...new Set([own, title['zh-CN'], title.en].flatMap((one) => (one === undefined || one === '' ? [] : [one])))];
}

/** “5.2 Origin”. A clause named in words instead of by a number goes by its title. */
export function clauseWords(standard: Standard | undefined, ref: string | undefined, language: Language): string {
  if (ref === undefined) return '';
  const clause = standard?.clauses.find((one) => one.ref === ref);
  return clause === undefined ? ref : clauseLine(clause, language);
}

export function clauseLine({ ref, title = {} }: Clause, language: Language): string {
  const name = titleIn(title, language);
  if (name === '') return ref;
  return /[\d第]/.test(ref) ? `${ref}  ${name}` : name;
}

/** Where a source is to be found. */
export function sourceWords(source: Source): string {
  const place =
    source.url ??
    (source.repository === undefined
      ? undefined
      : `${source.repository}${source.path === undefined ? '' : ` · ${source.path}`}`);
  return place ?? source.citation ?? '';
}

/** Sources, those of the evidence asked for first. */
export function sourcePairs(
  sources: readonly Source[],
  language: Language,
  first?: Source['evidence'],
): readonly Pair[] {
  const ordered =
    first === undefined
      ? sources
      : [...sources].sort((a, b) => Number(b.evidence === first) - Number(a.evidence === first));
  return ordered.map((source) => {
    const seen = say({ en: 'seen {seen}', 'zh-CN': '查阅于 {seen}', fr: 'vu le {seen}' }, language, {
      seen: source.seen,
    });
    const note = source.note === undefined ? seen : `${seen}${colonOf(language)}${source.note}`;
    return { label: inLanguage(evidenceWords[source.evidence], language), text: `${sourceWords(source)}\n${note}` };
  });
}

/** Documents, direction, modes, categories and formats in words. */
export function concernPairs(applies: Applicability, context: ExplainContext, part?: string): readonly Pair[] {
  const { catalogue, language } = context;
  const list = (items: readonly string[] | undefined): string | undefined => items?.join(commaOf(language));
  const documents = applies.documents.map((id) => {
    const document = catalogue.documents.find((one) => one.id === id);
    const title = document === undefined ? id : inLanguage(document.title, language);
    const item = document?.parts.find((one) => one.id === part);
    return item === undefined
      ? title
      : say(
          {
            en: '{title}, each {item} by itself',
            'zh-CN': '{title}，逐个{item}判断',
            fr: '{title}, chaque {item} à part',
          },
          language,
          {
            title,
            item: insideSentence(inLanguage(item.title, language)),
          },
        );
  });
  return [
    ...pair(inLanguage(labels.documents, language), list(documents)),
    ...pair(
      inLanguage(labels.direction, language),
      applies.direction === undefined ? undefined : inLanguage(directions[applies.direction], language),
    ),
    ...pair(inLanguage(labels.modes, language), list(applies.modes?.map((mode) => modeWords(mode, context)))),
    ...pair(
      inLanguage(labels.exceptModes, language),
      list(applies.exceptModes?.map((mode) => modeWords(mode, context))),
    ),
    ...pair(inLanguage(labels.categories, language), list(applies.categories?.map((id) => categoryWords(id, context)))),
    ...pair(inLanguage(labels.formats, language), list(applies.formats?.map((id) => formatWords(id, context)))),
    ...pair(
      inLanguage(labels.exceptFormats, language),
      list(applies.exceptFormats?.map((id) => formatWords(id, context))),
    ),
    ...pair(
      inLanguage(labels.claimed, language),
      applies.onlyClaimed === undefined ? undefined : inLanguage(labels.onlyClaimed, language),
    ),
  ];
}

/** “1210 保税电商”. */
export function modeWords(mode: string, { catalogue, language }: ExplainContext): string {
  const entry = catalogue.codes.find(({ id }) => id === 'supervision-mode')?.entries.find(({ code }) => code === mode);
  return [mode, titleIn(entry?.name ?? {}, language)].filter((piece) => piece !== '').join(' ');
}

export function categoryWords(id: string, { catalogue, language }: ExplainContext): string {
  const category = catalogue.categories.find((one) => one.id === id);
  return category === undefined
    ? id
    : `${inLanguage(category.title, language)}${language === 'zh-CN' ? `（${id}）` : ` (${id})`}`;
}

export function formatWords(id: string, { catalogue, language }: ExplainContext): string {
  const format = catalogue.formats.find((one) => one.id === id);
  return format === undefined ? id : withName(shortTitle(format, language), id, language);
}

export function withName(code: string, name: string, language: Language): string {
  if (name === '') return code;
  return language === 'zh-CN' ? `${code}（${name}）` : `${code} (${name})`;
}

/** “GB 12904-2008: title”. */
export function standardWords(slug: string, { catalogue, language }: ExplainContext): string {
  const standard = catalogue.standards.find((one) => one.slug === slug);
  if (standard === undefined) return slug;
  const title = titleIn(standard.title, language);
  return title === '' || title === standard.number ? standard.number : `${standard.number}${colonOf(language)}${title}`;
}

/** Laws go by their title: it is not said twice. */
export function titleUnlessNumber({ number, title }: Standard, language: Language): string {
  const shown = titleIn(title, language);
  return shown === number ? '' : shown;
}
