import { Chalk } from 'chalk';
import type { Tone } from './page.js';

/** Colours by meaning. Without colour every one of them gives the text back. */
export type Ink = { readonly [tone in Tone]: (text: string) => string };

export function inkFor(color: boolean): Ink {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    plain: (text) => text,
    faint: chalk.dim,
    strong: chalk.bold,
    good: chalk.green,
    bad: chalk.red,
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    advice: chalk.cyan.bold,
  };
}
