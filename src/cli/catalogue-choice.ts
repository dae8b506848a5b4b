import { join } from 'node:path';
import { loadBuiltCatalogue } from '../catalogue/built.js';
import { packageFolder, packageVersion } from '../catalogue/package-folder.js';
import { linkCompiled } from '../compile/link.js';
import type { CompiledCatalogue } from '../model/compiled.js';
import { UserError } from '../model/errors.js';

/**
 * The catalogue to work with: the built one, or the user's own folder, linted and compiled on the spot.
 * @throws UserError when the user's catalogue has faults: the first one's place, and how many there are
 */
export async function openCatalogue(folder: string | undefined, asOf: string): Promise<CompiledCatalogue> {
  if (folder === undefined) {
    const { catalogue, checks } = loadBuiltCatalogue(join(packageFolder, 'dist', 'catalogue'));
    return linkCompiled(catalogue, checks);
  }
  // Loaded only here: the default path never pays for YAML and schema compiling.
  const { loadCatalogue } = await import('../catalogue/index.js');
  const { compileCatalogue } = await import('../compile/index.js');
  const { evaluateModule } = await import('../compile/link.js');
  const { catalogue, faults } = loadCatalogue(folder, { version: packageVersion(), asOf });
  const errors = faults.filter((fault) => fault.severity === 'error');
  const [first] = errors;
  if (catalogue === undefined || first !== undefined) throw faultyCatalogue(folder, first, errors.length);
  const { modules } = compileCatalogue(catalogue);
  return linkCompiled(catalogue, async (document) => {
    const source = modules[document];
    return source === undefined ? undefined : evaluateModule(source);
  });
}

function faultyCatalogue(
  folder: string,
  first:
    | { readonly file: string; readonly line: number; readonly column: number; readonly message: string }
    | undefined,
  count: number,
): UserError {
  if (first === undefined) {
    return new UserError(
      { en: `No catalogue in ${folder}.`, 'zh-CN': `${folder} 中没有标准目录。` },
      { place: { file: folder } },
    );
  }
  return new UserError(
    {
      en: `The catalogue has ${count} fault(s), the first: ${first.message}`,
      'zh-CN': `标准目录有 ${count} 处错误，首处：${first.message}`,
    },
    {
      place: { file: first.file, line: first.line, column: first.column },
      suggestion: {
        en: `See them all: borderlint catalogue lint --catalogue ${folder}`,
        'zh-CN': `查看全部：borderlint catalogue lint --catalogue ${folder}`,
      },
    },
  );
}
