import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell as a test writes it: a text (inline), a number, or the whole element by hand. */
export type TestCell = string | number | boolean | undefined | { readonly xml: string };

export type TestSheet = {
  readonly name?: string;
  readonly rows?: readonly (readonly TestCell[])[];
  /** Instead of `rows`: everything inside `sheetData`. */
  readonly data?: string;
  /** Before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
};

export type TestWorkbook = {
  readonly sheets: readonly TestSheet[];
  /** Texts of the shared table; items written by hand begin with `<`. */
  readonly shared?: readonly string[];
  /** Number format codes; style n+1 has the n-th. A number is a built-in format. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  readonly strict?: boolean;
  /** Namespace prefix of every element. */
  readonly prefix?: string;
  /** Further parts, or others than those written. */
  readonly parts?: { readonly [name: string]: string | Uint8Array };
};

const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Letters of a column counting from 0. */
export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** One cell as XML. */
export function cellXml(cell: TestCell, address: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.xml;
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** The parts of a workbook, by name. */
export function workbookParts(book: TestWorkbook): { [name: string]: Uint8Array } {
  const { sheets, shared, formats, date1904 = false, prefix = '' } = book;
  const ns = book.strict === true ? strict : transitional;
  const p = prefix === '' ? '' : `${prefix}:`;
  const root = (name: string, inner: string): string => {
    const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    const tagged = p === '' ? inner : inner.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${p}`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${p}${name} ${declared}="${ns.main}" xmlns:r="${ns.relation}">${tagged}</${p}${name}>`;
  };
  const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `<?xml version="1.0"?><Relationships xmlns="${packageRelations}">${list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${ns.relation}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const texts: { [name: string]: string } = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': root(
      'workbook',
      `<workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          (sheet, i) =>
            `<sheet name="${escapeXml(sheet.name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ...(shared === undefined ? [] : [['rIdS', 'sharedStrings', 'sharedStrings.xml'] as const]),
      ...(formats === undefined ? [] : [['rIdF', 'styles', 'styles.xml'] as const]),
    ]),
  };
  if (shared !== undefined) {
    const items = shared.map((text) => (text.startsWith('<') ? text : `<t>${escapeXml(text)}</t>`));
    texts['xl/sharedStrings.xml'] = root('sst', items.map((item) => `<si>${item}</si>`).join(''));
  }
  if (formats !== undefined) {
    const own = formats.flatMap((code, i) =>
      typeof code === 'number' ? [] : [`<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code)}"/>`],
    );
    const xfs = formats.map((code, i) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + i}"/>`);
    texts['xl/styles.xml'] = root(
      'styleSheet',
      `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs>`,
    );
  }
  sheets.forEach((sheet, i) => {
    const rows = (sheet.rows ?? []).map((cells, row) => {
      const inner = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('');
      return inner === '' ? '' : `<row r="${row + 1}">${inner}</row>`;
    });
    const data = `<sheetData>${sheet.data ?? rows.join('')}</sheetData>`;
    texts[`xl/worksheets/sheet${i + 1}.xml`] = root('worksheet', (sheet.before ?? '') + data + (sheet.after ?? ''));
  });
  const bytes = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  for (const [name, part] of Object.entries(book.parts ?? {}))
    bytes[name] = typeof part === 'string' ? strToU8(part) : new Uint8Array(part);
  return bytes;
}

/** A workbook as a file. */
export function workbookBytes(book: TestWorkbook, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = Object.fromEntries(
    Object.entries(workbookParts(book)).map(([name, bytes]) => [name, [bytes, { level }]]),
  );
  return zipSync(files);
}
