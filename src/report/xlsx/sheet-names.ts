import { sheetLimits } from './limits.js';

/** Names of the sheets: no two are the same to a spreadsheet program, which does not tell capitals apart. */
export class SheetNames {
  // The name of a sheet programs keep changes on.
  readonly #taken: Set<string>;

  /** @param taken names that are there already */
  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(['history', ...taken.map((name) => name.toLowerCase())]);
  }

  /** A name as like the wanted one as there can be. */
  take(wanted: string): string {
    const plain = named(wanted);
    for (let number = 1; ; number++) {
      const ending = number === 1 ? '' : ` (${number})`;
      const name = `${shortened(plain, sheetLimits.name - ending.length)}${ending}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

function named(wanted: string): string {
  const clean = wanted
    .replace(/[[\]:*?/\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/gu, '_')
    .replace(/^'+|'+$/gu, '_')
    .trim();
  return clean === '' ? 'Sheet' : clean;
}

/** Cut by UTF-16 code units, which is what programs count, but never inside a character. */
function shortened(name: string, most: number): string {
  return name
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/'+$/u, '_')
    .trim();
}
