import type { Report } from '../model/report.js';

/** The command that asks for the same again, quoted for a POSIX shell; '' where the library was called. */
export function commandLineText({ commandLine }: Pick<Report, 'commandLine'>): string {
  return commandLine === undefined ? '' : ['borderlint', ...commandLine].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
