import { basename, dirname } from 'node:path';
import { UserError } from '../model/errors.js';
import { remembered } from '../model/on-demand.js';
import type { ByteSource } from '../model/reading.js';
import { type RunOptions, run } from '../run.js';
import type { Before } from './acceptance.js';
import { openRevision, type Revision, type WorkTreeFolder, workTreeOf } from './git.js';

/**
 * What was wrong with these files at a git revision, judged as they are judged today: by the same standards, as of the
 * same day.
 * @throws UserError for standard input, a file in no work tree and a revision that is not there
 */
export async function findingsAt(
  revision: string,
  files: readonly string[],
  asked: Omit<RunOptions, 'maxFindings'>,
): Promise<Before> {
  const { sources, added } = filesAt(revision, files);
  // Twins are told apart by their number: every finding is wanted.
  const { findings } = await run({ ...asked, inputs: sources, maxFindings: Number.MAX_SAFE_INTEGER });
  const told = findings.map(({ key, actual }) => ({ key, ...(actual === undefined ? {} : { actual }) }));
  return { revision, findings: told, added };
}

/** The files as they were: those the revision had, and how many of today's it had not. */
type FilesBefore = { readonly sources: readonly ByteSource[]; readonly added: number };

/** The versions a git revision has of these files, under the names they have today. */
function filesAt(revision: string, files: readonly string[]): FilesBefore {
  if (files.includes('-')) throw standardInputHasNoPast();
  const treeOf = remembered<WorkTreeFolder>(workTreeOf);
  const at = remembered<Revision>((root) => openRevision(root, revision));
  const sources = files.flatMap((file) => {
    const { root, prefix } = treeOf(dirname(file));
    const { files: had, formerly, source } = at(root);
    const path = `${prefix}${basename(file)}`;
    const then = formerly.get(path) ?? path;
    return had.has(then) ? [source(then, file)] : [];
  });
  return { sources, added: files.length - sources.length };
}

function standardInputHasNoPast(): UserError {
  return new UserError({
    en: '--changed-since compares files with git; standard input is none.',
    'zh-CN': '--changed-since 将文件与 git 比较；标准输入不是文件。',
    fr: '--changed-since compare des fichiers avec git ; l’entrée standard n’en est pas un.',
  });
}
