import type { Command } from 'commander';
import type { CommandContext } from './command.js';

/** A command as help lists it; what it takes and does is loaded when it is called or asked about. */
export type CommandEntry = {
  readonly name: string;
  readonly description: string;
  readonly load: () => Promise<(context: CommandContext) => Command>;
};

/** Every command. A new one is its file and its entry here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    description:
      'Check files, folders or standard input (-) and report what is wrong, where, why and what to write instead.',
    load: async () => (await import('./check.js')).checkCommand,
  },
  {
    name: 'explain',
    description:
      'Explain a rule, standard, element, code list, code, document kind, field, format, profile or category.',
    load: async () => (await import('./explain.js')).explainCommand,
  },
  {
    name: 'list',
    description:
      'List what the catalogue holds: standards, rules, formats, documents, codes, categories, profiles, themes.',
    load: async () => (await import('./list.js')).listCommand,
  },
  {
    name: 'baseline',
    description: 'Take the findings of today as they are, so that only new ones count.',
    load: async () => (await import('./baseline.js')).baselineCommand,
  },
  {
    name: 'waive',
    description: 'Accept one finding or one rule, with owner, reason and a last day.',
    load: async () => (await import('./waive.js')).waiveCommand,
  },
  {
    name: 'init',
    description: 'Write borderlint.yaml, the settings of this folder, from flags or a few questions.',
    load: async () => (await import('./init.js')).initCommand,
  },
  {
    name: 'completion',
    description: 'Print the completion of bash, zsh, fish or powershell.',
    load: async () => (await import('./completion.js')).completionCommand,
  },
  {
    name: 'catalogue',
    description: 'For authors of standards: check, try and build the catalogue.',
    load: async () => (await import('./catalogue.js')).catalogueCommand,
  },
];
