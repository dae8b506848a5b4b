import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/**
 * Runs a classic script and answers its value. Reading half a megabyte of code anew would take most of a short run, so
 * the build keeps what the engine made of it in `codeFile(file)`, good for that very engine and set of flags; without it
 * the script is compiled as ever. A code file left empty is filled when the process ends, once the engine has compiled
 * what such a run needs.
 * @throws the file system's error when the script cannot be read, and whatever the script throws
 */
export function runScript<Value>(file: string): Value {
  const source = readFileSync(file, 'utf8');
  const kept = codeOf(file);
  const script = new Script(source, { filename: file, ...(kept !== undefined && { cachedData: kept }) });
  if (kept?.length === 0) process.once('exit', () => keepCode(file, script));
  return script.runInThisContext();
}

/** Where the code of a script lies that this engine made. */
export const codeFile = (file: string): string => `${file}.${process.versions.v8}-${process.arch}.code`;

/** The engine compares lengths only: code older than its script would be run in its place. */
function codeOf(file: string): Buffer | undefined {
  try {
    const kept = codeFile(file);
    return statSync(kept).mtimeMs < statSync(file).mtimeMs ? undefined : readFileSync(kept);
  } catch {
    // Never kept, or kept by another engine.
    return undefined;
  }
}

function keepCode(file: string, script: Script): void {
  const partial = `${codeFile(file)}.${process.pid}.partial`;
  writeFileSync(partial, script.createCachedData());
  renameSync(partial, codeFile(file));
}
