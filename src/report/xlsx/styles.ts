import { spreadsheet, xmlHead } from './namespaces.js';

const fonts = {
  plain: '<font><sz val="11"/><name val="Calibri"/></font>',
  bold: '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  title: '<font><b/><sz val="16"/><name val="Calibri"/></font>',
  link: '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font>',
  faint: '<font><i/><sz val="11"/><color rgb="FF7F7F7F"/><name val="Calibri"/></font>',
} as const;

/** The first two are the format's own; colours are told apart by every kind of eye, and by the words in the notes. */
const fills = {
  none: 'none',
  grey125: 'gray125',
  error: 'FFFFC7CE',
  warning: 'FFFFE699',
  advice: 'FFDDEBF7',
  accepted: 'FFE7E6E6',
  head: 'FFD9E1F2',
  good: 'FFC6EFCE',
} as const;

type Style = {
  readonly font?: keyof typeof fonts;
  readonly fill?: keyof typeof fills;
  /** A number of ours; everything else is text and stays so when somebody edits the cell. */
  readonly number?: true;
  /** Begins as a formula does: shown with an apostrophe in front where it is edited. */
  readonly guarded?: true;
  readonly wrap?: true;
};

const styles = {
  text: {},
  number: { number: true },
  guarded: { guarded: true },
  wrapped: { wrap: true },
  'wrapped-guarded': { wrap: true, guarded: true },
  bold: { font: 'bold' },
  'bold-guarded': { font: 'bold', guarded: true },
  faint: { font: 'faint' },
  link: { font: 'link' },
  head: { font: 'bold', fill: 'head', wrap: true },
  title: { font: 'title' },
  error: { fill: 'error' },
  'error-guarded': { fill: 'error', guarded: true },
  warning: { fill: 'warning' },
  'warning-guarded': { fill: 'warning', guarded: true },
  advice: { fill: 'advice' },
  'advice-guarded': { fill: 'advice', guarded: true },
  accepted: { fill: 'accepted' },
  'accepted-guarded': { fill: 'accepted', guarded: true },
  good: { fill: 'good' },
} as const satisfies { readonly [name: string]: Style };

export type StyleName = keyof typeof styles;
/** A style that has a guarded form for texts that begin as a formula does. */
export type TextStyle = Exclude<StyleName, `${string}guarded`> & ('text' | 'wrapped' | 'bold' | MarkStyle);
export type MarkStyle = 'error' | 'warning' | 'advice' | 'accepted';

const numbers: { readonly [name: string]: number } = Object.fromEntries(
  Object.keys(styles).map((name, index) => [name, index]),
);

/** Number of a style, as cells name it. */
export function styleNumber(name: StyleName): number {
  return numbers[name] ?? 0;
}

/** What a spreadsheet would take for a formula once somebody edits the cell, full-width signs included. */
const formulaLike = /^\s*[=+\-@＝＋－＠]/u;

/** The style for a text of a file. */
export function styleFor(text: string, style: TextStyle): StyleName {
  if (!formulaLike.test(text)) return style;
  return style === 'text' ? 'guarded' : `${style}-guarded`;
}

/** The fonts, fills and cell formats, to stand behind others: given how many fonts and fills there are before them. */
export const styleElements = {
  fonts: Object.values<string>(fonts),
  fills: Object.values<string>(fills).map(fillOf),
  formats: cellFormats,
  fillOf,
} as const;

/** The colour of a marked cell, ARGB. */
export function colourOf(style: MarkStyle): string {
  return fills[style];
}

function fillOf(fill: string): string {
  return fill.startsWith('FF')
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`
    : `<fill><patternFill patternType="${fill}"/></fill>`;
}

function cellFormats(fontsBefore: number, fillsBefore: number): readonly string[] {
  const fontNames = Object.keys(fonts);
  const fillNames = Object.keys(fills);
  return Object.values<Style>(styles).map(({ font = 'plain', fill = 'none', number, guarded, wrap }) => {
    const format = number ? 0 : 49;
    const quote = guarded ? ' quotePrefix="1"' : '';
    const [fontId, fillId] = [fontsBefore + fontNames.indexOf(font), fillsBefore + fillNames.indexOf(fill)];
    const attributes = `numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0"${quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"`;
    const alignment = wrap ? '<alignment vertical="top" wrapText="1"/>' : '<alignment vertical="top"/>';
    return `<xf ${attributes}>${alignment}</xf>`;
  });
}

export function stylesPart(): string {
  const cells = cellFormats(0, 0);
  return [
    `${xmlHead}<styleSheet xmlns="${spreadsheet}">`,
    `<fonts count="${styleElements.fonts.length}">${styleElements.fonts.join('')}</fonts>`,
    `<fills count="${styleElements.fills.length}">${styleElements.fills.join('')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
