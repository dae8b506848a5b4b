import { existsSync, readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { isMap, isSeq, parseDocument } from 'yaml';
import { parseWaivers } from '../accept/waivers.js';
import { UserError } from '../model/errors.js';
import { inLanguage } from '../text/language.js';
import { openCatalogue } from './catalogue-choice.js';
import { type CommandContext, oneWord } from './command.js';
import { ruleOf } from './request.js';
import { writeWhole } from './whole-file.js';

type WaiveOptions = {
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  readonly ticket?: string;
  readonly waivers: string;
};

/** Accept one finding, or a rule's findings, with a name, a reason and a last day. */
export function waiveCommand(context: CommandContext): Command {
  const needed = (flag: string, value: string): Option =>
    new Option(`${flag} <${value}>`).argParser(oneWord(flag)).makeOptionMandatory();
  return new Command('waive')
    .argument('<id>')
    .addOption(needed('--owner', 'name'))
    .addOption(needed('--reason', 'text'))
    .addOption(needed('--expires', 'day'))
    .option('--ticket <id>')
    .addOption(new Option('--waivers <file>').default('borderlint.waivers.yaml'))
    .action(async (id: string, options: WaiveOptions) => {
      await waive(id, options, context);
    });
}

/** Adds the waiver at the end of the file; everything else in it, comments too, stays as it is. */
async function waive(id: string, options: WaiveOptions, { terminal }: CommandContext): Promise<void> {
  const { catalogue } = await openCatalogue(undefined, terminal.today);
  // A key begins with its rule; a misspelt one would waive nothing and nobody would notice.
  ruleOf(catalogue, id.split('|')[0] ?? id);
  const { owner, reason, ticket, expires, waivers: file } = options;
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const document = parseDocument(written.trim() === '' ? 'waivers: []\n' : written);
  const list = isMap(document.contents) ? document.contents.get('waivers') : undefined;
  if (isSeq(list)) list.flow = false;
  const accepts = id.includes('|') ? { key: id } : { rule: id };
  const added = { ...accepts, owner, reason, ...(ticket === undefined ? {} : { ticket }), expires };
  document.addIn(['waivers'], document.createNode(added));
  const text = document.toString({ lineWidth: 0 });
  const parsed = parseWaivers(text);
  if ('text' in parsed) throw new UserError(parsed.text, { place: { file, line: parsed.line, column: parsed.column } });
  if (expires < terminal.today) throw past(expires);
  writeWhole(file, [text], 'own');
  const said = {
    en: `Waived until ${expires} in ${file}: ${id}`,
    'zh-CN': `已在 ${file} 中豁免至 ${expires}：${id}`,
    fr: `Dérogation jusqu'au ${expires} dans ${file} : ${id}`,
  };
  terminal.note(`${inLanguage(said, terminal.language)}\n`);
}

function past(day: string): UserError {
  return new UserError({
    en: `The waiver would have expired already: ${day}.`,
    'zh-CN': `该豁免的到期日 ${day} 已过。`,
    fr: `La dérogation serait déjà expirée : ${day}.`,
  });
}
