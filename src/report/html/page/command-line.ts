import { shellWord } from '../../../text/shell-word.js';
import type { PageReport } from '../page-data.js';

/**
 * A command that gives this report again on any day: the one that was given, with the day it was judged as of. A report
 * of the library has none; then it is put together from the request.
 */
export function commandLine(report: PageReport): string {
  const given = report.commandLine ?? ['check', ...fromRequest(report.request)];
  const dated = given.some((word) => word === '--as-of' || word.startsWith('--as-of='));
  const words = ['borderlint', ...given, ...(dated ? [] : ['--as-of', report.asOf])];
  return words.map(shellWord).join(' ');
}

/** Report destinations and the severity that fails are no part of what was checked, but of what was asked for. */
function fromRequest(request: PageReport['request']): readonly string[] {
  const { paths = [], ...rest } = request;
  const flags = Object.entries(rest).flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return (typeof value === 'string' ? [value] : value).flatMap((one) => [flag, one]);
  });
  return [...(typeof paths === 'string' ? [paths] : paths), ...flags];
}
