import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Waiver } from '../model/acceptance.js';
import type { OwnText } from '../model/language.js';

/** Where a file of waivers is wrong, and how. */
export type WaiverFault = { readonly line: number; readonly column: number; readonly text: OwnText };

const day = /^\d{4}-\d{2}-\d{2}$/;
const required = ['owner', 'reason', 'expires'] as const;
const members: readonly string[] = ['key', 'rule', ...required, 'ticket'];

/** The published shape of a file of waivers (JSON Schema 2020-12), for editors. */
export const waiverSchema: { readonly [keyword: string]: unknown } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'borderlint waivers',
  type: 'object',
  properties: {
    waivers: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          key: { type: 'string', description: 'key of one finding, as the JSON report gives it' },
          rule: { type: 'string', description: 'id of a rule: all of its findings' },
          owner: { type: 'string', minLength: 1 },
          reason: { type: 'string', minLength: 1 },
          ticket: { type: 'string' },
          expires: { type: 'string', pattern: day.source, description: 'the last day it holds' },
        },
        required: [...required],
        oneOf: [{ required: ['key'] }, { required: ['rule'] }],
        additionalProperties: false,
      },
    },
  },
  required: ['waivers'],
  additionalProperties: false,
};

/** The waivers of a YAML file, or its first fault. */
export function parseWaivers(text: string): readonly Waiver[] | WaiverFault {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset = 0): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [broken] = document.errors;
  if (broken !== undefined) {
    const said = broken.message.split('\n')[0] ?? '';
    return {
      ...at(broken.pos[0]),
      text: {
        en: `This is not YAML: ${said}`,
        'zh-CN': `不是有效的 YAML：${said}`,
        fr: `Ce n’est pas du YAML : ${said}`,
      },
    };
  }
  const list = isMap(document.contents) ? document.contents.get('waivers') : undefined;
  if (!isSeq(list))
    return {
      ...at(),
      text: {
        en: 'There is no list `waivers`.',
        'zh-CN': '缺少列表 waivers。',
        fr: 'Il n’y a pas de liste `waivers`.',
      },
    };
  const found: Waiver[] = [];
  for (const item of list.items) {
    const place = at(isMap(item) || isScalar(item) ? item.range?.[0] : 0);
    if (!isMap(item))
      return {
        ...place,
        text: {
          en: 'A waiver is a map.',
          'zh-CN': '豁免须为映射。',
          fr: 'Une dérogation est un ensemble de clés et de valeurs.',
        },
      };
    const fault = faultOf(item);
    if (fault !== undefined) return { ...place, text: fault };
    found.push(waiverOf(item, place.line));
  }
  return found;
}

function faultOf(item: YAMLMap): OwnText | undefined {
  const has = (name: string): boolean => textIn(item, name) !== '';
  const strange = item.items.map(({ key }) => String(key)).find((name) => !members.includes(name));
  if (strange !== undefined)
    return {
      en: `A waiver has no “${strange}”.`,
      'zh-CN': `豁免中没有“${strange}”这一项。`,
      fr: `Une dérogation n’a pas de « ${strange} ».`,
    };
  if (has('key') === has('rule'))
    return {
      en: 'A waiver names a key or a rule, one of them.',
      'zh-CN': '豁免须且只须写明 key 或 rule 之一。',
      fr: 'Une dérogation vise une clé (key) ou une règle (rule), l’une des deux.',
    };
  const absent = required.find((name) => !has(name));
  if (absent !== undefined)
    return {
      en: `The waiver does not say its ${absent}.`,
      'zh-CN': `豁免缺少 ${absent}。`,
      fr: `La dérogation ne dit pas : ${absent}.`,
    };
  const last = textIn(item, 'expires');
  if (!day.test(last) || Number.isNaN(Date.parse(last)))
    return {
      en: `expires is a day as yyyy-MM-dd, not ${last}.`,
      'zh-CN': `expires 须为 yyyy-MM-dd 形式的日期，而不是 ${last}。`,
      fr: `expires est un jour sous la forme yyyy-MM-dd, pas ${last}.`,
    };
  return undefined;
}

function waiverOf(item: YAMLMap, line: number): Waiver {
  const [key, ticket] = [textIn(item, 'key'), textIn(item, 'ticket')];
  return {
    accepts: key === '' ? { rule: textIn(item, 'rule') } : { key },
    owner: textIn(item, 'owner'),
    reason: textIn(item, 'reason'),
    expires: textIn(item, 'expires'),
    line,
    ...(ticket === '' ? {} : { ticket }),
  };
}

function textIn(item: YAMLMap, name: string): string {
  const value = item.get(name);
  return value === undefined || value === null ? '' : String(value).trim();
}
