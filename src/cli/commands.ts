import type { Command } from 'commander';
import type { CommandContext } from './command.js';
import type { CommandHelp } from './help/command-help.js';

/** A command as help lists it; what it takes and does, and what help says of it, is loaded when it is called or asked about. */
export type CommandEntry = {
  readonly name: string;
  readonly help: () => Promise<CommandHelp>;
  readonly load: () => Promise<(context: CommandContext) => Command>;
};

/** Every command. A new one is its file and its entry here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    help: async () => (await import('./help/texts/check.js')).checkHelp,
    load: async () => (await import('./check.js')).checkCommand,
  },
  {
    name: 'explain',
    help: async () => (await import('./help/texts/explain.js')).explainHelp,
    load: async () => (await import('./explain.js')).explainCommand,
  },
  {
    name: 'list',
    help: async () => (await import('./help/texts/list.js')).listHelp,
    load: async () => (await import('./list.js')).listCommand,
  },
  {
    name: 'map',
    help: async () => (await import('./help/texts/map.js')).mapHelp,
    load: async () => (await import('./map.js')).mapCommand,
  },
  {
    name: 'baseline',
    help: async () => (await import('./help/texts/baseline.js')).baselineHelp,
    load: async () => (await import('./baseline.js')).baselineCommand,
  },
  {
    name: 'waive',
    help: async () => (await import('./help/texts/waive.js')).waiveHelp,
    load: async () => (await import('./waive.js')).waiveCommand,
  },
  {
    name: 'init',
    help: async () => (await import('./help/texts/init.js')).initHelp,
    load: async () => (await import('./init.js')).initCommand,
  },
  {
    name: 'completion',
    help: async () => (await import('./help/texts/completion.js')).completionHelp,
    load: async () => (await import('./completion.js')).completionCommand,
  },
  {
    name: 'catalogue',
    help: async () => (await import('./help/texts/catalogue.js')).catalogueHelp,
    load: async () => (await import('./catalogue.js')).catalogueCommand,
  },
];
