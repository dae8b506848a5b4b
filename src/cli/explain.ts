import { Command } from 'commander';
import { ceiling } from '../catalogue/severity.js';
import { UserError } from '../model/errors.js';
import { openCatalogue } from './catalogue-choice.js';
import type { CommandContext } from './command.js';
import { unknownWord } from './errors.js';

type ExplainOptions = {
  readonly json?: boolean;
  readonly search?: string;
  readonly all?: boolean;
  readonly catalogue?: string;
};

export function explainCommand({ terminal }: CommandContext): Command {
  return new Command('explain')
    .argument('<id...>')
    .option('--search <text>')
    .option('--all')
    .option('--json')
    .option('--catalogue <folder>')
    .action(async (words: readonly string[], options: ExplainOptions) => {
      const { catalogue } = await openCatalogue(options.catalogue, terminal.today);
      const id = words.join(' ');
      const { language, today } = terminal;
      // Pages are many and long; no other command pays for loading them.
      const { explain, layout, nearestIds } = await import('../explain/index.js');
      const page = explain(id, {
        catalogue,
        language,
        today,
        ceiling,
        entries: { search: options.search, all: options.all === true },
      });
      if (page === undefined) throw unknownId(id, nearestIds(catalogue, id));
      if (options.json === true) terminal.out(`${JSON.stringify(page.data, null, 2)}\n`);
      else for (const line of layout(page.blocks, terminal)) terminal.out(line);
    });
}

/** An id of nothing, with the ids most like it. */
function unknownId(id: string, near: readonly string[]): UserError {
  const plain = unknownWord({ en: 'id', 'zh-CN': '编号', fr: 'sujet' }, id, [], 'borderlint list standards');
  if (near.length === 0) return plain;
  const or = (word: string): string =>
    near.length < 2 ? near.join('') : `${near.slice(0, -1).join(', ')} ${word} ${near.at(-1) ?? ''}`;
  return new UserError(plain.text, {
    suggestion: {
      en: `Did you mean ${or('or')}?`,
      'zh-CN': `是否想写 ${near.join('、')}？`,
      fr: `Vouliez-vous dire ${or('ou')} ?`,
    },
  });
}
