import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { openParts } from '../dist/src/read/index.js';

const block = 256 * 1024;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The same piece again and again, up to so many bytes. */
function* repeated(piece, bytes) {
  const one = Buffer.from(piece.repeat(Math.max(1, Math.floor(block / piece.length))));
  for (let given = 0; given < bytes; given += one.length) yield one;
}

function* around(start, pieces, end) {
  yield Buffer.from(start);
  yield* pieces;
  yield Buffer.from(end);
}

/** A workbook whose one part is this long. The long part is packed ahead: nobody keeps it unpacked. */
function workbook(long, part = 'xl/worksheets/sheet1.xml') {
  const links = (list) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], i) => `<Relationship Id="r${i}" Type="${relation}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`;
  const files = {
    '_rels/.rels': links([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>h</t></si></sst>`,
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  bytes[part] = Buffer.concat([...long]);
  return [Buffer.from(zipSync(bytes, { level: 1 }))];
}

const MB = 1024 ** 2;
const rowsOf = (count, row) => repeated(row, count * row.length);

/** Everything hostile by name: the chunks a reader is given. */
const inputs = {
  'CSV, a cell of 1 GB': () => around('a,b\n1,"', repeated('x', 1024 * MB), '"\n'),
  'CSV, 100,000 columns, 100 rows': () =>
    around(`${'h,'.repeat(99_999)}h\n`, rowsOf(100, `${'1,'.repeat(99_999)}1\n`), ''),
  'CSV, 10 million rows': () => around('a,b\n', rowsOf(10_000_000, '1,2\n'), ''),
  'CSV, a mark never closed': () => around('a,b\n"', rowsOf(20_000_000, '1,2\n'), ''),
  'JSON, a text of 1 GB': () => around('[{"a": "', repeated('x', 1024 * MB), '"}]'),
  'JSON, 10 million records': () => around('[', rowsOf(10_000_000, '{"a":1},'), '{"a":1}]'),
  'JSON, 100 million brackets': () => repeated('[', 100_000_000),
  'JSON Lines, 10 million records': () => rowsOf(10_000_000, '{"a":1}\n'),
  'XML, a text of 1 GB': () => around('<r><o>', repeated('x', 1024 * MB), '</o></r>'),
  'XML, 10 million records': () => around('<r>', rowsOf(10_000_000, '<o/>'), '</r>'),
  'XML, 50 million levels': () => around('<r><o>', repeated('<a>', 150_000_000), ''),
  'gzip bomb, 4 GB': () =>
    [gzipSync(Buffer.alloc(64 * MB, '1,2\n'))].flatMap((one) => Array.from({ length: 64 }, () => one)),
  'workbook, 10 million rows': () =>
    workbook(around('<worksheet><sheetData>', rowsOf(10_000_000, '<row><c><v>1</v></c></row>'), '')),
  'workbook, a cell of 400 MB': () =>
    workbook(around('<worksheet><sheetData><row><c t="str"><v>', repeated('xy3', 400 * MB), '')),
  'workbook, a shared text of 400 MB': () =>
    workbook(around('<sst><si><t>', repeated('xy3', 400 * MB), ''), 'xl/sharedStrings.xml'),
  'zip bomb, one member of 512 MB': () => [
    Buffer.from(zipSync({ 'a.csv': Buffer.alloc(512 * MB, '1,2\n') }, { level: 9 })),
  ],
};

const [, self, name, how] = process.argv;
if (name === undefined) {
  for (const one of Object.keys(inputs)) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [self, one], { encoding: 'utf8' });
    console.log(status === 0 ? stdout.trimEnd() : `${one}: ${stderr.slice(0, 400)}`);
  }
} else {
  const chunks = inputs[name]();
  const held = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, held())), 20);
  const begun = performance.now();
  let records = 0;
  const said = [];
  const source = {
    name: 'input',
    chunks: async function* () {
      yield* chunks;
    },
  };
  try {
    for await (const part of openParts(source)) {
      const opened = await part.open();
      for await (const batch of opened.records({ path: 'o' })) {
        records += batch.length;
        peak = Math.max(peak, held());
      }
      said.push(...opened.outcome().notices.map(({ id, weight }) => `${id} (${weight})`));
    }
  } catch (error) {
    said.push(error.message);
  }
  clearInterval(watch);
  const time = ((performance.now() - begun) / 1000).toFixed(1);
  const grown = ((peak - before) / MB).toFixed(0);
  console.log(
    `${name}: ${records} records, ${time} s, ${grown} MB more${how ?? ''}; ${[...new Set(said)].join('; ') || 'whole'}`,
  );
}
