import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import type { OwnText } from '../model/language.js';
import { mappingFileOf } from '../model/mapping.js';
import type { Opened, TableRow } from '../model/reading.js';
import type { NearFormat, Recognised } from '../normalise/index.js';
import { shellWord } from '../text/shell-word.js';
import { mapSome } from './mapped-table.js';

type Unknown = Extract<Recognised, { readonly kind: 'unknown' }>;

/** Not even a root element, a first key or a header was to be seen. */
export function showsNothing({ container, signature }: Opened): boolean {
  if (container === 'xml') return signature.root === undefined;
  if (container === 'table') return signature.headers?.length === 0;
  return Object.values(signature.keys ?? {}).every((keys) => keys.length === 0);
}

export function unknownFormat(
  catalogue: Catalogue,
  opened: Opened,
  file: string,
  { nearest, header }: Unknown,
): UserError {
  const root = opened.signature.root;
  if (root !== undefined) {
    const kin = catalogue.structures.filter(({ namespace }) => namespace === root.namespace).map((one) => one.root);
    if (kin.length > 0) return uncoveredMessage(root.name, kin, { file, ...root.place });
  }
  const near = nearest.map(wanting);
  const what = seenInstead(opened, header);
  const map =
    opened.container === 'xml' || showsNothing(opened) ? undefined : `\`borderlint map ${mappableName(file)}\``;
  const help = {
    en: `${near.length === 0 ? '' : `Nearest: ${near.map(({ en }) => en).join('; ')}. `}Name the format with --input-format, or see \`borderlint list formats\`.${map === undefined ? '' : ` For a file of your own, ${map} proposes a mapping.`}`,
    'zh-CN': `${near.length === 0 ? '' : `最接近的格式：${near.map((one) => one['zh-CN']).join('；')}。`}可用 --input-format 指定格式，或运行 \`borderlint list formats\` 查看。${map === undefined ? '' : `若为自有格式，可用 ${map} 拟一份映射。`}`,
    fr: `${near.length === 0 ? '' : `Les plus proches : ${near.map(({ fr }) => fr).join(' ; ')}. `}Nommez le format avec --input-format, ou voyez \`borderlint list formats\`.${map === undefined ? '' : ` Pour un fichier à vous, ${map} propose une correspondance.`}`,
  };
  return new UserError(
    {
      en: `Unknown format: ${what.en}.`,
      'zh-CN': `无法识别文件格式：${what['zh-CN']}。`,
      fr: `Format inconnu : ${what.fr}.`,
    },
    { place: { file, ...(root?.place ?? header?.place(0) ?? { line: 1 }) }, suggestion: help },
  );
}

/** What to call the file on a command line: one in an archive, or standard input, has no name there. */
function mappableName(file: string): string {
  return file === '-' || /\.zip\//i.test(file) ? 'FILE' : shellWord(file);
}

/** A format the file nearly has, and what it would need: columns that must be there, or enough of those that mark it. */
function wanting({ format, missing }: NearFormat): OwnText {
  const { required = [] } = format.recognise;
  const must = missing.filter((name) => required.includes(name)).slice(0, 3);
  const some = missing.filter((name) => !required.includes(name)).slice(0, 3);
  const { id } = format;
  if (must.length > 0)
    return {
      en: `${id} (without ${must.join(', ')})`,
      'zh-CN': `${id}（缺少 ${must.join('、')}）`,
      fr: `${id} (sans ${must.join(', ')})`,
    };
  if (some.length === 0) return { en: id, 'zh-CN': id, fr: id };
  return {
    en: `${id} (with too few of its columns, such as ${some.join(', ')})`,
    'zh-CN': `${id}（特征列不足，如 ${some.join('、')} 等）`,
    fr: `${id} (trop peu de ses colonnes, par exemple sans ${some.join(', ')})`,
  };
}

/** A message of a family the catalogue knows, of a type it does not describe, or that its author misspelt. */
function uncoveredMessage(name: string, kin: readonly string[], place: UserError['place']): UserError {
  // Another number is another message; only the words around it can be a slip.
  const number = /\d+/.exec(name)?.[0] ?? name;
  const meant = kin.find((root) => root.includes(number));
  const few = kin.length <= 8 ? [...kin].sort() : undefined;
  const described = {
    en: few === undefined ? `${kin.length} types, see \`borderlint list formats\`` : few.join(', '),
    'zh-CN': few === undefined ? `${kin.length} 种，可运行 \`borderlint list formats\` 查看` : few.join('、'),
    fr: few === undefined ? `${kin.length} types, voyez \`borderlint list formats\`` : few.join(', '),
  };
  return new UserError(
    {
      en: `The catalogue does not describe a message type ${name}, so it was not checked.`,
      'zh-CN': `标准库未收录 ${name} 报文，因此未检查。`,
      fr: `Le catalogue ne décrit pas de message de type ${name} : il n’a pas été vérifié.`,
    },
    {
      place,
      suggestion:
        meant === undefined
          ? {
              en: `Described are: ${described.en}.`,
              'zh-CN': `已收录：${described['zh-CN']}。`,
              fr: `Décrits : ${described.fr}.`,
            }
          : { en: `Did you mean ${meant}?`, 'zh-CN': `是否应为 ${meant}？`, fr: `Vouliez-vous dire ${meant} ?` },
    },
  );
}

/** The first few headers, keys or the root element, so that the user sees what was read. */
function seenInstead(opened: Opened, header: TableRow | undefined): OwnText {
  const { signature } = opened;
  if (signature.root !== undefined) {
    const { name } = signature.root;
    return { en: `the root element is <${name}>`, 'zh-CN': `根元素为 <${name}>`, fr: `l’élément racine est <${name}>` };
  }
  if (showsNothing(opened))
    return {
      en: 'it holds no objects with keys',
      'zh-CN': '其中没有带键名的对象',
      fr: 'il ne contient aucun objet avec des clés',
    };
  const names =
    header?.cells ?? signature.headers?.map(({ text }) => text) ?? Object.values(signature.keys ?? {})[0] ?? [];
  const shown = names
    .filter((name) => name.trim() !== '')
    .slice(0, 5)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
    .join(', ');
  const more = names.length > 5 ? ', …' : '';
  if (signature.headers !== undefined)
    return {
      en: `the header row is ${shown}${more}`,
      'zh-CN': `表头为 ${shown}${more}`,
      fr: `l’en-tête est ${shown}${more}`,
    };
  return { en: `the keys are ${shown}${more}`, 'zh-CN': `键名为 ${shown}${more}`, fr: `les clés sont ${shown}${more}` };
}

const containers = {
  table: { en: 'a table', 'zh-CN': '表格', fr: 'un tableau' },
  json: { en: 'JSON', 'zh-CN': ' JSON ', fr: 'du JSON' },
  xml: { en: 'XML', 'zh-CN': ' XML ', fr: 'du XML' },
} as const;

const letRecognise = {
  en: 'Leave out --input-format, and the format is recognised where it is known.',
  'zh-CN': '请去掉 --input-format，已知的格式会自动识别。',
  fr: 'Sans --input-format, le format est reconnu s’il est connu.',
};

export function wrongContainer(format: Format, opened: Opened, file: string): UserError {
  return new UserError(
    {
      en: `${format.id} is for ${containers[format.container].en}, but this file is ${containers[opened.container].en}.`,
      'zh-CN': `${format.id} 用于${containers[format.container]['zh-CN']}，而该文件是${containers[opened.container]['zh-CN']}。`,
      fr: `${format.id} est fait pour ${containers[format.container].fr}, mais ce fichier est ${containers[opened.container].fr}.`,
    },
    {
      place: { file },
      suggestion: mappingFileOf(format) === undefined ? letRecognise : mapSome,
    },
  );
}
