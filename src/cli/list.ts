import { Command, Option } from 'commander';
import { layout } from '../explain/layout.js';
import { isListKind, type ListFilter, type ListKind, lists } from '../explain/lists/index.js';
import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import { openCatalogue } from './catalogue-choice.js';
import type { CommandContext } from './command.js';
import { unknownWord } from './errors.js';
import { slugOf } from './request.js';

type ListOptions = ListFilter & { readonly json?: boolean; readonly catalogue?: string };

const kinds = Object.keys(lists).filter(isListKind);

export function listCommand({ terminal }: CommandContext): Command {
  return new Command('list')
    .argument('<what>')
    .option('--search <text>')
    .addOption(new Option('--level <level>').choices(['national', 'sectoral', 'local', 'group', 'customs', 'policy']))
    .option('--theme <theme>')
    .addOption(new Option('--status <status>').choices(['draft', 'upcoming', 'current', 'superseded', 'withdrawn']))
    .option('--document <kind>')
    .addOption(new Option('--severity <severity>').choices(['error', 'warning', 'advice']))
    .option('--standard <number>')
    .option('--json')
    .option('--catalogue <folder>')
    .action(async (what: string, options: ListOptions) => {
      const kind = listKind(what);
      const { catalogue } = await openCatalogue(options.catalogue, terminal.today);
      const filter = checkedFilter(catalogue, kind, options);
      const { blocks, data } = lists[kind].list(
        { catalogue, language: terminal.language, today: terminal.today },
        filter,
      );
      if (options.json === true) terminal.out(`${JSON.stringify(data, null, 2)}\n`);
      else for (const line of layout(blocks, terminal)) terminal.out(line);
    });
}

/** The list asked for, in singular too. */
function listKind(word: string): ListKind {
  const found = [word, `${word}s`, word.replace(/y$/, 'ies')].find(isListKind);
  if (found === undefined)
    throw unknownWord({ en: 'list', 'zh-CN': '列表', fr: 'liste' }, word, kinds, 'borderlint help list');
  return found;
}

/** Filters that mean something for this list, with words the catalogue knows: a misspelt one would only show an empty list. */
function checkedFilter(catalogue: Catalogue, kind: ListKind, options: ListOptions): ListFilter {
  const known: readonly (keyof ListFilter)[] = lists[kind].filters;
  const all: readonly (keyof ListFilter)[] = ['search', 'level', 'theme', 'status', 'document', 'severity', 'standard'];
  const idle = all.find((name) => options[name] !== undefined && !known.includes(name));
  if (idle !== undefined) throw idleFilter(idle, kind, known);
  const { theme, document, standard, search, level, status, severity } = options;
  const themes = [...new Set(catalogue.standards.map((one) => one.theme))];
  const documents = catalogue.documents.map(({ id }) => id);
  if (theme !== undefined && !themes.includes(theme))
    throw unknownWord({ en: 'theme', 'zh-CN': '主题', fr: 'thème' }, theme, themes, 'borderlint list themes');
  if (document !== undefined && !documents.includes(document))
    throw unknownWord(
      { en: 'kind of record', 'zh-CN': '记录类型', fr: 'type d’enregistrement' },
      document,
      documents,
      'borderlint list documents',
    );
  return {
    search,
    level,
    theme,
    status,
    document,
    severity,
    standard: standard === undefined ? undefined : slugOf(catalogue, standard),
  };
}

function idleFilter(name: string, kind: ListKind, known: readonly string[]): UserError {
  const flags = known.map((one) => `--${one}`);
  return new UserError(
    {
      en: `--${name} means nothing for ${kind}.`,
      'zh-CN': `--${name} 不适用于 ${kind}。`,
      fr: `--${name} ne dit rien pour ${kind}.`,
    },
    {
      suggestion: {
        en: `${kind} can be filtered by ${flags.join(', ')}.`,
        'zh-CN': `${kind} 可用 ${flags.join('、')} 筛选。`,
        fr: `${kind} peut être filtré par ${flags.join(', ')}.`,
      },
    },
  );
}
