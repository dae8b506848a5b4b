import type { Report } from '../model/report.js';
import { shellWord } from '../text/shell-word.js';

/** The command that asks for the same again, quoted for a POSIX shell; '' where the library was called. */
export function commandLineText({ commandLine }: Pick<Report, 'commandLine'>): string {
  return commandLine === undefined ? '' : ['borderlint', ...commandLine].map(shellWord).join(' ');
}
