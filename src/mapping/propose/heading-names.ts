import type { Reason, SampledColumn } from '../../model/proposal.js';
import { languageOf } from './languages.js';
import type { NameIndex, Votes } from './names.js';
import { waysOf, withoutGeneral } from './squeeze.js';

/** A heading found among the names: how sure that is by itself, and how. */
export type Named = {
  readonly votes: Votes;
  readonly factor: number;
  readonly reason: Reason['id'];
  readonly name: string;
  /** The language the heading names: only texts in languages are meant. */
  readonly language?: string;
};

/** What a heading found in part is worth, at most. */
const partFactor = 0.72;
const generalFactor = 0.88;
/** Headings that mean another thing in every file; values may still settle what they are. */
const vague: ReadonlySet<string> = new Set(
  [
    'type',
    'producttype',
    'itemtype',
    'id',
    'code',
    'number',
    'no',
    'status',
    'value',
    'group',
    'key',
    'ref',
    'unit',
    'date',
    'amount',
    'total',
    'source',
  ].concat(['类型', '编号', '编码', '代码', '状态', '类别', '序号', '日期', '金额', '数值']),
);
const vagueFactor = 0.78;
/** Headings of more characters are sentences, and searched for no names. */
const mostCharacters = 60;

/** The names a column's heading is or holds. */
export function namesOfColumn(column: SampledColumn, index: NameIndex): readonly Named[] {
  return namedBy(headingsOf(column), index);
}

type Heading = { readonly heading: string; readonly worth: number };

function headingsOf({ name, list }: SampledColumn): readonly Heading[] {
  if (list === undefined) return [{ heading: name, worth: 1 }];
  // A key of JSON is known by its whole path, below its list; by itself it says less than the path it stands in.
  const below = list === '' ? name : name.slice(list.length + 1);
  const last = below.split('.').at(-1) ?? '';
  const ways = [
    { heading: name, worth: 1 },
    { heading: below, worth: 0.97 },
    { heading: last, worth: last === below ? 0.97 : 0.75 },
  ];
  return ways.filter(({ heading }, at) => heading !== '' && ways.findIndex((one) => one.heading === heading) === at);
}

/** The names the index has for a heading: the whole of it, else without general words, else the longest it holds. */
function namedBy(headings: readonly Heading[], index: NameIndex): readonly Named[] {
  for (const { heading, worth } of headings) {
    for (const way of waysOf(heading)) {
      const votes = index.get(way);
      if (votes === undefined) continue;
      // `英文名称` is a name of the title, and more than that: of the title in English.
      const spoken = inLanguage(heading, index);
      if (spoken.some((one) => strongest(one.votes) === strongest(votes))) return spoken;
      return [{ votes, factor: worth * (vague.has(way) ? vagueFactor : 1), reason: 'heading', name: heading }];
    }
  }
  const spoken = headings.flatMap(({ heading }) => inLanguage(heading, index));
  if (spoken.length > 0) return spoken;
  const ways = headings.flatMap(({ heading }) => waysOf(heading)).filter((way) => [...way].length <= mostCharacters);
  for (const way of ways) {
    const rest = withoutGeneral(way);
    const votes = rest === undefined ? undefined : index.get(rest);
    if (rest !== undefined && votes !== undefined)
      return [
        { votes, factor: generalFactor * (vague.has(rest) ? vagueFactor : 1), reason: 'heading-rest', name: rest },
      ];
  }
  return ways.flatMap((way) => partOf(way, index)).slice(0, 2);
}

function strongest(votes: Votes): string | undefined {
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function inLanguage(heading: string, index: NameIndex): readonly Named[] {
  const found = languageOf(heading);
  if (found === undefined) return [];
  const ways = waysOf(found.rest).flatMap((way) => [way, withoutGeneral(way) ?? way]);
  const name = ways.find((way) => index.has(way));
  const votes = name === undefined ? undefined : index.get(name);
  return name === undefined || votes === undefined
    ? []
    : [{ votes, factor: 0.95, reason: 'heading', name, language: found.tag }];
}

/** The longest name a heading begins or ends with; what is left over costs confidence. */
function partOf(way: string, index: NameIndex): readonly Named[] {
  const characters = [...way];
  const han = /\p{Script=Han}/u.test(way);
  const least = han ? 2 : 4;
  for (let length = characters.length - 1; length >= least; length--) {
    for (const part of [characters.slice(-length), characters.slice(0, length)]) {
      const name = part.join('');
      const votes = index.get(name);
      if (votes === undefined) continue;
      const cover = length / characters.length;
      return [{ votes, factor: partFactor * Math.sqrt(cover), reason: 'heading-part', name }];
    }
  }
  return [];
}
