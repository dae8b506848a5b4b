import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a workbook as spreadsheet programs do: texts shared, numbers and dates as numbers, Chinese and English. */
export function writeWorkbook(file, rows, columns) {
  const texts = new Map();
  const shared = (text) => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text);
  };
  const pieces = [];
  for (let row = 0; row <= rows; row++) {
    let cells = '';
    for (let column = 0; column < columns; column++) {
      const at = `r="${letters(column)}${row + 1}"`;
      if (row === 0) cells += `<c ${at} t="s"><v>${shared(`Column ${column}`)}</v></c>`;
      else cells += cell(at, row, column, shared);
    }
    pieces.push(strToU8(`<row r="${row + 1}" spans="1:${columns}">${cells}</row>`));
  }
  const sheet = Buffer.concat([
    strToU8(`${start}<worksheet xmlns="${main}"><sheetData>`),
    ...pieces,
    strToU8('</sheetData></worksheet>'),
  ]);
  const items = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  const links = (list) =>
    strToU8(
      `${start}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
        .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  writeFileSync(
    file,
    zipSync({
      '[Content_Types].xml': strToU8(
        `${start}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
      '_rels/.rels': links([['r1', 'officeDocument', 'xl/workbook.xml']]),
      'xl/workbook.xml': strToU8(
        `${start}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Products" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': links([
        ['r1', 'worksheet', 'worksheets/sheet1.xml'],
        ['r2', 'sharedStrings', 'sharedStrings.xml'],
        ['r3', 'styles', 'styles.xml'],
      ]),
      'xl/styles.xml': strToU8(
        `${start}<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      ),
      'xl/sharedStrings.xml': strToU8(`${start}<sst xmlns="${main}">${items}</sst>`),
      'xl/worksheets/sheet1.xml': sheet,
    }),
  );
}

/** One cell in four is a text of its own, one a text many share, one a number, one a date or empty. */
function cell(at, row, column, shared) {
  if (column % 4 === 0) return `<c ${at} t="s"><v>${shared(`商品 ${row}-${column} ceramic cup`)}</v></c>`;
  if (column % 4 === 1) return `<c ${at} t="s"><v>${shared(`手工陶瓷 ${row % 50}`)}</v></c>`;
  if (column % 4 === 2) return `<c ${at}><v>${(row * 37 + column) / 4}</v></c>`;
  return row % 3 === 0 ? '' : `<c ${at} s="1"><v>${40_000 + (row % 6000)}</v></c>`;
}

function letters(column) {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
