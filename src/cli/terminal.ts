import type { Language, OwnText } from '../model/language.js';

/** What the command line knows of the world: the only place that reads argv, environment, TTY or clock. */
export type Terminal = {
  readonly language: Language;
  readonly width: number;
  readonly color: boolean;
  readonly interactive: boolean;
  /** Today, yyyy-MM-dd, local time. */
  readonly today: string;
  /** Show where borderlint itself broke down. */
  readonly debug: boolean;
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Whether somebody is there to answer questions. */
  readonly answers: () => boolean;
  /** Whether what goes to standard output is read by somebody who can answer. */
  readonly dialogue: () => boolean;
  /** Whether standard output goes to somebody's screen, not to a file or program. */
  readonly shows: boolean;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
};

/** What surrounds a run: the process, or a test's stand-in for it. */
export type Surroundings = {
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  readonly now?: () => Date;
};

export type Outlet = {
  readonly write: (text: string) => unknown;
  readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** @param language the value of `--lang`, when given */
export function openTerminal(
  options: { readonly language?: string | undefined; readonly color?: boolean | undefined },
  surroundings: Surroundings,
): Terminal {
  const { env, stdout, stderr, now } = surroundings;
  const language = asLanguage(options.language) ?? localeLanguage(env);
  return {
    language,
    width: columns(env['COLUMNS'], stdout.columns),
    color: options.color !== false && wantsColor(env, stdout.isTTY === true),
    interactive: stderr.isTTY === true,
    today: localDay(now?.() ?? new Date()),
    debug: (env['BORDERLINT_DEBUG'] ?? '') !== '',
    // Asked for only when wanted: merely touching the process's standard input starts it.
    input: () => surroundings.stdin,
    answers: () => stderr.isTTY === true && surroundings.stdin.isTTY === true,
    dialogue: () => stdout.isTTY === true && surroundings.stdin.isTTY === true,
    shows: stdout.isTTY === true,
    out: writerTo(stdout, outlets.output[language], stderr, language),
    note: writerTo(stderr, outlets.error[language], stderr, language),
  };
}

/**
 * A reader that goes away (`| head`) is no fault of anybody: nothing more is written, and the exit code stays true.
 * Anything else, such as a full disk, must not look like a finished report.
 */
function writerTo(outlet: Outlet, name: string, complaints: Outlet, language: Language): (text: string) => void {
  let open = true;
  outlet.on('error', (error) => {
    open = false;
    if (error.code === 'EPIPE') return;
    if (outlet !== complaints) complaints.write(`${unwritable(name, error.code ?? error.message)[language]}\n`);
    process.exit(2);
  });
  return (text) => {
    if (open) outlet.write(text);
  };
}

function unwritable(name: string, why: string): OwnText {
  return {
    en: `${name}: could not be written (${why}).`,
    'zh-CN': `${name}：无法写入（${why}）。`,
    fr: `${name} : écriture impossible (${why}).`,
  };
}

const outlets = {
  output: { en: 'standard output', 'zh-CN': '标准输出', fr: 'sortie standard' },
  error: { en: 'standard error', 'zh-CN': '标准错误输出', fr: 'sortie d’erreur' },
} as const satisfies { readonly [id: string]: OwnText };

/** An empty NO_COLOR says nothing; FORCE_COLOR is for pipes that end at a terminal. */
function wantsColor(env: Surroundings['env'], isTerminal: boolean): boolean {
  const { NO_COLOR: none = '', FORCE_COLOR: forced } = env;
  if (none !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

export function asLanguage(text: string | undefined): Language | undefined {
  const lower = text?.toLowerCase();
  if (lower === undefined || lower === '') return undefined;
  if (lower.startsWith('zh')) return 'zh-CN';
  return lower.startsWith('fr') ? 'fr' : lower.startsWith('en') ? 'en' : undefined;
}

function localeLanguage(env: Surroundings['env']): Language {
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
