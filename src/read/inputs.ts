import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { brokenLink, emptyFolder, noSuchFile, systemCode, unreadable } from './refusals.js';

/**
 * The files the given paths mean, in order and without repeats: a file is itself, `-` is standard input, a folder is
 * every file below it, sorted by name, without hidden files, `node_modules`, and documents,
 * pictures and scripts. Throws UserError for a path that is
 * not there and for a folder without files.
 */
export async function listInputs(paths: readonly string[]): Promise<readonly string[]> {
  // By their full path, so that a file named twice, or named and found in a folder, is there once.
  const files = new Map<string, string>();
  const add = (path: string): void => {
    const key = path === '-' ? path : resolve(path);
    if (!files.has(key)) files.set(key, path);
  };
  for (const path of paths) {
    if (path === '-') {
      add(path);
      continue;
    }
    const stats = await stat(path).catch(async (error: unknown) => {
      const missing = ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '');
      if (!missing) throw unreadable(path, error);
      if (await isLink(path)) throw brokenLink(path);
      throw noSuchFile(path, await nearest(path));
    });
    if (!stats.isDirectory()) {
      add(path);
      continue;
    }
    const found = await filesBelow(path.replace(/(?<=.)[/\\]+$/, ''));
    if (found.length === 0) throw emptyFolder(path);
    for (const file of found) add(path === '.' ? file.replace(/^\.\//, '') : file);
  }
  return [...files.values()];
}

/** What lies beside data in a folder and is none: only left out of folders, never when named. */
const notData = /\.(?:md|markdown|html?|pdf|docx?|png|jpe?g|gif|webp|svg|ya?ml|log|js|ts|xsd|xslt?)$/i;

/** Whether a file found in a folder or an archive, by its path there, is none the user means. */
export function passedOver(path: string): boolean {
  const names = path.split('/');
  const hidden = names.some((name) => /^\.[^./]/.test(name) || name === 'node_modules' || name === '__MACOSX');
  return hidden || notData.test(path);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  const files: string[] = [];
  // Sorted by code unit: the same order on every machine.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isFile() && notData.test(entry.name)) continue;
    const path = folder.endsWith('/') ? `${folder}${entry.name}` : `${folder}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) files.push(path);
  }
  return files;
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

/** Links to folders are not followed: they may lead in circles. */
async function leadsToFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** The entry of the same folder whose name is most like the missing one. */
async function nearest(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const wanted = basename(path);
  const names = await readdir(folder).catch(() => []);
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase());
    if (!best || distance < best.distance) best = { name, distance };
  }
  if (!best || best.distance > Math.max(2, wanted.length / 3)) return undefined;
  return folder === '.' && !path.startsWith('.') ? best.name : `${folder === '/' ? '' : folder}/${best.name}`;
}

/** Least number of inserted, removed or changed characters between two names. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
