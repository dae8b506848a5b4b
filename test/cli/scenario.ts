import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { workbookBytes } from '../read/workbook-bytes.js';

/**
 * A scenario: what a user does and what comes of it, written to be read. The text before the first section says what it is
 * about; a section begins with `=== ` and holds the lines up to the next.
 *
 *     === file NAME [as WORD, WORD …]   a file that is there before; the words say how its bytes are made, see `makers`
 *     === copy NAME from PATH           a file or folder of `fixtures`
 *     === folder NAME                   an empty folder
 *     === stdin [as …]                  what comes in on standard input
 *     === env NAME=VALUE
 *     === command                       one line: borderlint and its arguments, quoted as in a shell
 *     === exit N
 *     === stdout    === stderr          what is written there; left out: nothing
 *     === left NAME                     a file that is there afterwards
 *     === not left NAME                 … and one that is not
 *
 * In what is expected a line `…` stands for any lines, none included, and `«…»` within a line for any characters.
 */
export type Scenario = {
  readonly about: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly copies: readonly { readonly name: string; readonly from: string }[];
  readonly folders: readonly string[];
  readonly stdin: Uint8Array;
  readonly env: { readonly [name: string]: string };
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly left: readonly { readonly name: string; readonly text: string }[];
  readonly notLeft: readonly string[];
};

export const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

type Section = { readonly kind: string; readonly rest: string; readonly text: string };

/** @throws Error for a section nobody knows and for a scenario without a command */
export function parseScenario(source: string): Scenario {
  const [about = '', ...pieces] = `\n${source}`.split('\n=== ');
  const sections = pieces.map(section);
  const known = ['file', 'copy', 'folder', 'stdin', 'env', 'command', 'exit', 'stdout', 'stderr', 'left', 'not'];
  const unknown = sections.find(({ kind }) => !known.includes(kind));
  if (unknown !== undefined) throw new Error(`no section is called ${unknown.kind}`);
  const all = (kind: string): readonly Section[] => sections.filter((one) => one.kind === kind);
  const text = (kind: string): string => all(kind)[0]?.text ?? '';
  const [program, ...args] = words(text('command'));
  if (program !== 'borderlint') throw new Error('a scenario has a command that begins with borderlint');
  return {
    about: about.trim(),
    files: all('file').map(({ rest, text }) => {
      const [name = '', how = ''] = rest.split(' as ');
      return { name, bytes: make(text, how) };
    }),
    copies: all('copy').map(({ rest }) => {
      const [name = '', from = ''] = rest.split(' from ');
      return { name, from };
    }),
    folders: all('folder').map(({ rest }) => rest),
    stdin: make(text('stdin'), (all('stdin')[0]?.rest ?? '').replace(/^as /, '')),
    env: Object.fromEntries(all('env').map(({ rest }) => rest.split('=', 2))),
    args,
    exit: Number(all('exit')[0]?.rest ?? 0),
    stdout: text('stdout'),
    stderr: text('stderr'),
    left: all('left').map(({ rest, text }) => ({ name: rest, text })),
    notLeft: all('not').map(({ rest }) => rest.replace(/^left /, '')),
  };
}

function section(piece: string): Section {
  const end = piece.indexOf('\n');
  const head = end < 0 ? piece : piece.slice(0, end);
  const [kind = '', ...rest] = head.trim().split(' ');
  // The empty line before the next section is for the eye.
  const text = end < 0 ? '' : piece.slice(end + 1).replace(/\n*$/, '\n');
  return { kind, rest: rest.join(' '), text: text === '\n' ? '' : text };
}

/** Arguments as a shell splits them: blanks between, double quotes around. */
function words(line: string): readonly string[] {
  return [...line.trim().matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''));
}

/** How bytes are made of a section's text, one after another. */
const makers: readonly (readonly [word: RegExp, make: (bytes: Buffer, ...found: string[]) => Buffer])[] = [
  [/^escaped$/, (bytes) => Buffer.from(withEscapes(bytes.toString()), 'latin1')],
  [/^hex$/, (bytes) => Buffer.from(bytes.toString().replaceAll(/\s/g, ''), 'hex')],
  [/^one line$/, (bytes) => Buffer.from(bytes.toString().replaceAll('\n', ''))],
  [/^(gb18030|utf-16le|utf-16be|windows-1252)$/, (bytes, name = '') => iconv.encode(bytes.toString(), name)],
  [/^with mark$/, (bytes) => Buffer.from(`\ufeff${bytes.toString()}`)],
  [/^CR$/, (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r'))],
  [/^CRLF$/, (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n'))],
  [/^(\d+) times$/, (bytes, times = '') => Buffer.from(bytes.toString().repeat(Number(times)))],
  // A sheet of a comma-separated table without quotation marks.
  [
    /^sheet (\S+)$/,
    (bytes, name = '') =>
      Buffer.from(
        workbookBytes({
          sheets: [
            {
              name,
              rows: bytes
                .toString()
                .trimEnd()
                .split('\n')
                .map((line) => line.split(',')),
            },
          ],
        }),
      ),
  ],
  [/^zip of (\S+)$/, (bytes, name = '') => Buffer.from(zipSync({ [name]: new Uint8Array(bytes) }))],
  [/^gzip$/, (bytes) => gzipSync(bytes)],
  [/^without the last (\d+) bytes$/, (bytes, count = '') => bytes.subarray(0, bytes.length - Number(count))],
];

function make(text: string, how: string): Buffer {
  let bytes: Buffer = Buffer.from(text);
  for (const word of how.split(', ').filter((one) => one !== '')) {
    const found = makers.map(([pattern, maker]) => ({ match: pattern.exec(word), maker }));
    const one = found.find(({ match }) => match !== null);
    if (one === undefined) throw new Error(`nobody knows how to make a file "as ${word}"`);
    bytes = one.maker(bytes, ...(one.match ?? []).slice(1));
  }
  return bytes;
}

/** `\xe9`, `\n`, `\\`; other characters beyond ASCII stand for their UTF-8 bytes; the line ends of the section do not count. */
function withEscapes(text: string): string {
  const latin = Buffer.from(text.replaceAll('\n', '')).toString('latin1');
  return latin.replaceAll(/\\(?:x([0-9a-f]{2})|(.))/g, (_, hex: string | undefined, letter: string) =>
    hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[letter] ?? letter),
  );
}

const escapes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t' };

/** Puts what the scenario needs into a folder. */
export function prepare({ files, copies, folders }: Scenario, folder: string): void {
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  for (const { name, from } of copies) cpSync(join(fixtures, from), join(folder, name), { recursive: true });
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** Whether the text is what the pattern says, lines `…` standing for any lines. */
export function matches(pattern: string, text: string): boolean {
  if (pattern === text) return true;
  const lines = pattern.split('\n').map((line) => {
    if (line.trim() === '…') return '(?:[^\\n]*\\n)*?';
    return `${line.split('«…»').map(escapePattern).join('[^\\n]*')}\\n`;
  });
  return new RegExp(`^${lines.join('')}$`).test(`${text}\n`);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
