import { spawn, spawnSync } from 'node:child_process';
import { UserError } from '../model/errors.js';
import type { ByteSource } from '../model/reading.js';

/** A git work tree as it was at a commit. */
export type Revision = {
  /** Paths of all its files from the root of the work tree on. */
  readonly files: ReadonlySet<string>;
  /** What a path of today was called then, where git sees a renaming. */
  readonly formerly: ReadonlyMap<string, string>;
  /** A file of it as bytes, under the name it is to carry. */
  readonly source: (path: string, name: string) => ByteSource;
};

/** Where a folder lies: the root of its work tree, and the way from there to it (`exports/`, or nothing). */
export type WorkTreeFolder = { readonly root: string; readonly prefix: string };

/** @throws UserError where the folder is in no work tree, or there is no git */
export function workTreeOf(folder: string): WorkTreeFolder {
  const { status, stdout } = git(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
  const [root = '', prefix = ''] = stdout.split('\n');
  if (status !== 0 || root === '') throw noWorkTree(folder);
  return { root, prefix };
}

/** @throws UserError where the work tree has no such revision, or git fails */
export function openRevision(root: string, revision: string): Revision {
  const commit = commitOf(root, revision);
  const renamed = asked(root, ['diff', '--find-renames', '--diff-filter=R', '--name-status', '-z', commit, '--']);
  const words = renamed.split('\0');
  const formerly = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) formerly.set(words[at + 2] ?? '', words[at + 1] ?? '');
  return {
    files: new Set(asked(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]).split('\0')),
    formerly,
    source: (path, name) => ({ name, chunks: () => blobOf(root, `${commit}:${path}`) }),
  };
}

function commitOf(root: string, revision: string): string {
  // What begins with a dash would be an option to git.
  const found = revision.startsWith('-')
    ? undefined
    : git(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (found?.status === 0) return found.stdout.trim();
  throw noRevision(revision, asked(root, ['rev-parse', '--is-shallow-repository']).trim() === 'true');
}

async function* blobOf(root: string, object: string): AsyncGenerator<Uint8Array> {
  const child = spawn('git', ['cat-file', 'blob', object], { cwd: root, env: environment(), stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A failure to start is thrown below, not left lying.
  ended.catch(() => undefined);
  child.stdin.end();
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  try {
    for await (const block of child.stdout) if (block instanceof Uint8Array) yield block;
    if ((await ended) !== 0) throw gitFailed(complaint);
  } finally {
    child.kill();
  }
}

type Answer = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Asks git, without a shell. @throws UserError where there is no git */
function git(folder: string, words: readonly string[]): Answer {
  const answer = spawnSync('git', [...words], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (answer.error !== undefined) throw noGit(answer.error);
  return answer;
}

function asked(folder: string, words: readonly string[]): string {
  const { status, stdout, stderr } = git(folder, words);
  if (status !== 0) throw gitFailed(stderr);
  return stdout;
}

/** What a hook sets for its own repository would be taken for that of the files. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = process.env;
  return { ...rest, GIT_OPTIONAL_LOCKS: '0' };
}

function noWorkTree(folder: string): UserError {
  return new UserError(
    {
      en: `--changed-since compares with git, and ${folder} is in no git work tree.`,
      'zh-CN': `--changed-since 须与 git 比较，而 ${folder} 不在 git 工作区中。`,
      fr: `--changed-since compare avec git, et ${folder} n’est dans aucun arbre de travail git.`,
    },
    {
      suggestion: {
        en: 'A baseline needs no git: see `borderlint help baseline`.',
        'zh-CN': '基线不需要 git：见 `borderlint help baseline`。',
        fr: 'Une référence se passe de git : voyez `borderlint help baseline`.',
      },
    },
  );
}

function noRevision(revision: string, shallow: boolean): UserError {
  return new UserError(
    {
      en: `git knows no revision ${revision} here.`,
      'zh-CN': `git 在此处找不到修订版 ${revision}。`,
      fr: `git ne connaît pas de révision ${revision} ici.`,
    },
    {
      suggestion: shallow
        ? {
            en: 'The clone is shallow: run `git fetch --unshallow`, or set `fetch-depth: 0` where it is checked out.',
            'zh-CN': '这是浅克隆：请运行 `git fetch --unshallow`，或在检出步骤设置 `fetch-depth: 0`。',
            fr: 'Le clone est superficiel : exécutez `git fetch --unshallow`, ou mettez `fetch-depth: 0` à son extraction.',
          }
        : {
            en: 'Name a commit, a tag or a branch, such as origin/main; fetch it first where it is elsewhere.',
            'zh-CN': '请给出提交、标签或分支，例如 origin/main；如在远端，请先取回。',
            fr: 'Nommez un commit, une étiquette ou une branche, par exemple origin/main ; récupérez-la d’abord si elle est ailleurs.',
          },
    },
  );
}

function noGit(cause: Error): UserError {
  return new UserError(
    {
      en: '--changed-since needs git, which could not be started.',
      'zh-CN': '--changed-since 需要 git，但无法启动 git。',
      fr: '--changed-since a besoin de git, qui n’a pas pu être lancé.',
    },
    { cause },
  );
}

function gitFailed(complaint: string): UserError {
  const [said = ''] = complaint.split('\n');
  return new UserError({
    en: `git could not answer: ${said}`,
    'zh-CN': `git 未能给出结果：${said}`,
    fr: `git n’a pas pu répondre : ${said}`,
  });
}
