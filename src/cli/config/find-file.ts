import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../../model/errors.js';

export const configName = 'borderlint.yaml';

/**
 * The nearest `borderlint.yaml`, from a folder upward; a folder with a `.git` is the last one looked into.
 * @throws UserError for a file of nearly that name, which would otherwise be left unread without a word
 */
export function findConfig(folder: string): string | undefined {
  const path = join(folder, configName);
  if (existsSync(path)) return path;
  const misnamed = ['borderlint.yml', '.borderlint.yaml', '.borderlint.yml'].find((name) =>
    existsSync(join(folder, name)),
  );
  if (misnamed !== undefined) throw wrongName(join(folder, misnamed), misnamed);
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? undefined : findConfig(above);
}

function wrongName(file: string, name: string): UserError {
  return new UserError(
    {
      en: `${name} is not read: the file is called ${configName}.`,
      'zh-CN': `不会读取 ${name}：配置文件名应为 ${configName}。`,
      fr: `${name} n’est pas lu : le fichier s’appelle ${configName}.`,
    },
    {
      place: { file: relative(process.cwd(), file) },
      suggestion: {
        en: 'Rename it, or run with --no-config.',
        'zh-CN': '请改名，或使用 --no-config。',
        fr: 'Renommez-le, ou ajoutez --no-config.',
      },
    },
  );
}
