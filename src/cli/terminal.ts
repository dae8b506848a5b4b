import type { Language } from '../model/language.js';

/** What the command line knows of the world: the only place that reads argv, environment, TTY or clock. */
export type Terminal = {
  readonly language: Language;
  readonly width: number;
  readonly color: boolean;
  readonly interactive: boolean;
  /** Today, yyyy-MM-dd, local time. */
  readonly today: string;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
};

/** @param language the value of `--lang`, when given */
export function openTerminal(options: {
  readonly language?: string | undefined;
  readonly color?: boolean | undefined;
}): Terminal {
  const { env, stdout, stderr } = process;
  stdout.on('error', endQuietly);
  stderr.on('error', endQuietly);
  return {
    language: asLanguage(options.language) ?? localeLanguage(env),
    width: columns(env['COLUMNS'], stdout.columns),
    color:
      options.color !== false &&
      env['NO_COLOR'] === undefined &&
      (stdout.isTTY === true || env['FORCE_COLOR'] !== undefined),
    interactive: stderr.isTTY === true,
    today: localDay(new Date()),
    out: (text) => void stdout.write(text),
    note: (text) => void stderr.write(text),
  };
}

/** A reader that goes away (`| head`) is no fault of anybody. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
}

export function asLanguage(text: string | undefined): Language | undefined {
  const lower = text?.toLowerCase();
  if (lower === undefined || lower === '') return undefined;
  if (lower.startsWith('zh')) return 'zh-CN';
  return lower.startsWith('fr') ? 'fr' : lower.startsWith('en') ? 'en' : undefined;
}

function localeLanguage(env: NodeJS.ProcessEnv): Language {
  const said = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return (
    asLanguage(said) ??
    (said === undefined ? (asLanguage(Intl.DateTimeFormat().resolvedOptions().locale) ?? 'en') : 'en')
  );
}

function columns(fromEnvironment: string | undefined, fromTerminal: number | undefined): number {
  const stated = Number(fromEnvironment);
  const width = Number.isInteger(stated) && stated > 0 ? stated : (fromTerminal ?? 80);
  return Math.min(160, Math.max(40, width));
}

function localDay(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
