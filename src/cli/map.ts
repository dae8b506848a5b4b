import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { mappingText, percent, valueText } from '../mapping/write.js';
import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import type { Text } from '../model/language.js';
import type { Proposal } from '../model/proposal.js';
import type { ByteSource } from '../model/reading.js';
import { fileSource, listInputs, requestedEncoding, standardInput } from '../read/index.js';
import { type Proposed, proposeMapping } from '../run/propose.js';
import { fillTemplate } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { oneLine, proposalTexts, reasonText } from '../text/mapping-words.js';
import { sanitize } from '../text/sanitize.js';
import { shellWord } from '../text/shell-word.js';
import { displayWidth, padToWidth, truncateToWidth } from '../text/width.js';
import { openCatalogue } from './catalogue-choice.js';
import type { CommandContext } from './command.js';
import { exitCodes, unknownWord } from './errors.js';
import type { Terminal } from './terminal.js';
import { writeWhole } from './whole-file.js';

type MapOptions = {
  readonly document?: string;
  readonly sheet?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly encoding?: string;
  readonly catalogue?: string;
};

/** Proposes what the columns of an unknown file are. */
export function mapCommand(context: CommandContext): Command {
  return new Command('map')
    .argument('<file>')
    .option('--document <kind>')
    .option('--sheet <name>')
    .option('--out <file>')
    .option('--force')
    .option('--json')
    .option('--encoding <name>')
    .option('--catalogue <folder>')
    .action(async (path: string, options: MapOptions) => {
      await map(path, options, context.terminal);
      context.exit(exitCodes.conforms);
    });
}

async function map(path: string, options: MapOptions, terminal: Terminal): Promise<void> {
  const { out, force = false, json = false, encoding, document, sheet } = options;
  if (json && out !== undefined) throw new UserError(texts.jsonAndOut);
  if (force && out === undefined) throw new UserError(texts.forceAlone);
  if (out !== undefined && !force && existsSync(out)) throw alreadyThere(out);
  if (encoding !== undefined) requestedEncoding(encoding);
  const { catalogue } = await openCatalogue(options.catalogue, terminal.today);
  refuseUnknownKind(catalogue, document);
  const source = await oneSource(path, terminal);
  const proposed = await proposeMapping(source, catalogue, {
    ...(encoding !== undefined && { encoding }),
    ...(document !== undefined && { document }),
    ...(sheet !== undefined && { sheet }),
  });
  if (json) {
    terminal.out(`${JSON.stringify(proposed, null, 2)}\n`);
    return;
  }
  const proposal = await settled(proposed.proposal, catalogue, path, terminal);
  const text = mappingText(proposal, proposed.file, terminal.language);
  if (out === undefined) terminal.out(text);
  else writeWhole(out, [text], 'own');
  if (out !== undefined || !terminal.shows) for (const line of table(proposal, terminal)) terminal.note(`${line}\n`);
  for (const line of remarks(proposed, path, out, terminal)) terminal.note(`${line}\n`);
}

async function settled(
  proposal: Proposal,
  { documents }: Catalogue,
  path: string,
  terminal: Terminal,
): Promise<Proposal> {
  const kind = documents.find(({ id }) => id === proposal.document);
  if (kind === undefined || path === '-' || !terminal.dialogue()) return proposal;
  const { settleUnsure } = await import('./map-questions.js');
  return settleUnsure(proposal, kind, terminal);
}

async function oneSource(path: string, terminal: Terminal): Promise<ByteSource> {
  if (path === '-') return standardInput(terminal.input());
  const [file, ...others] = await listInputs([path]);
  if (file !== path || others.length > 0) throw new UserError(texts.oneFile, { word: path });
  return fileSource(file);
}

function refuseUnknownKind({ documents }: Catalogue, id: string | undefined): void {
  const ids = documents.map((one) => one.id);
  if (id === undefined || ids.includes(id)) return;
  throw unknownWord(
    { en: 'kind of record', 'zh-CN': '记录类型', fr: 'type d’enregistrement' },
    id,
    ids,
    'borderlint list documents',
  );
}

/** What was found, for the eye. */
function table({ columns }: Proposal, { language, width }: Terminal): readonly string[] {
  const rows = columns.map(({ name, state, candidates }, index): readonly [string, string, string] => {
    const [best] = candidates;
    if (state === 'unnamed') return [`${index + 1}`, '–', ''];
    if (best === undefined) return [oneLine(name), '–', inLanguage(proposalTexts.none, language)];
    const why = `${percent(best)} ${best.reasons.map((reason) => reasonText(reason, language)).join('; ')}`;
    const or = inLanguage(proposalTexts.or, language);
    const fields = candidates.map(({ field }) => field).join(or);
    if (state === 'unsure') return [oneLine(name), `? ${fields}`, why];
    return [oneLine(name), state === 'mapped' ? valueText(best) : `– (${best.field}?)`, why];
  });
  const widest = (at: 0 | 1, most: number): number =>
    Math.min(most, Math.max(0, ...rows.map((row) => displayWidth(row[at]))));
  const [first, second] = [widest(0, 24), widest(1, 40)];
  return rows.map(([name, field, why]) => {
    const line = `${padToWidth(truncateToWidth(name, first), first)}  ${padToWidth(truncateToWidth(field, second), second)}  ${why}`;
    return truncateToWidth(line.trimEnd(), width);
  });
}

/** What to do next, and what the user may not have known. */
function* remarks(
  { proposal, format }: Proposed,
  path: string,
  out: string | undefined,
  { language }: Terminal,
): Generator<string> {
  const say = (text: Text, values: { readonly [name: string]: string }): string =>
    sanitize(fillTemplate(inLanguage(text, language), values));
  const count = (state: Proposal['columns'][number]['state']): string =>
    String(proposal.columns.filter((one) => one.state === state).length);
  yield say(texts.counts, {
    document: proposal.document,
    mapped: count('mapped'),
    all: String(proposal.columns.length),
    unsure: count('unsure'),
  });
  if (format !== undefined) yield say(texts.known, { format });
  const name = out ?? `${basename(path === '-' ? 'goods' : path).replace(/\.[^.]*$/, '')}.map.yaml`;
  const file = shellWord(path);
  if (out === undefined && path !== '-')
    yield say(texts.save, { command: `borderlint map ${file} --out ${shellWord(name)}` });
  yield say(texts.use, { command: `borderlint check ${file} --map ${shellWord(name)}` });
}

function alreadyThere(file: string): UserError {
  return new UserError(
    { en: `There is a file ${file}.`, 'zh-CN': `已有文件 ${file}。`, fr: `Il y a déjà un fichier ${file}.` },
    {
      suggestion: {
        en: 'With --force it is written over.',
        'zh-CN': '使用 --force 可覆盖。',
        fr: 'Avec --force, il est remplacé.',
      },
    },
  );
}

const texts = {
  jsonAndOut: {
    en: '--json goes to standard output; --out is for the mapping file.',
    'zh-CN': '--json 输出到标准输出；--out 用于映射文件。',
    fr: '--json va sur la sortie standard ; --out est pour le fichier de correspondance.',
  },
  forceAlone: {
    en: '--force belongs with --out.',
    'zh-CN': '--force 须与 --out 同用。',
    fr: '--force accompagne --out.',
  },
  oneFile: {
    en: 'A mapping is proposed for one file, not for a folder.',
    'zh-CN': '映射只能为一个文件拟定，不能为文件夹。',
    fr: 'Une correspondance se propose pour un fichier, pas pour un dossier.',
  },
  counts: {
    en: 'Taken for: {document}. {mapped} of {all} columns mapped, {unsure} unsure.',
    'zh-CN': '视为 {document}；共 {all} 列，已对应 {mapped} 列，不确定 {unsure} 列。',
    fr: 'Pris pour : {document}. {mapped} colonnes sur {all} mises en correspondance, {unsure} pas sûres.',
  },
  known: {
    en: 'The file is {format}, which needs no mapping.',
    'zh-CN': '该文件为 {format} 格式，无需映射。',
    fr: 'Le fichier est au format {format}, qui n’a pas besoin de correspondance.',
  },
  save: { en: 'Keep it: {command}', 'zh-CN': '保存：{command}', fr: 'Pour la garder : {command}' },
  use: { en: 'Use it: {command}', 'zh-CN': '使用：{command}', fr: 'Pour l’utiliser : {command}' },
} as const satisfies { readonly [id: string]: Text };
