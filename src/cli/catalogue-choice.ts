import { join } from 'node:path';
import { loadBuiltCatalogue } from '../catalogue/built.js';
import { packageFolder, packageVersion } from '../catalogue/package-folder.js';
import { linkCompiled } from '../compile/link.js';
import type { Catalogue, CatalogueFault } from '../model/catalogue.js';
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
  refuseEmpty(folder, catalogue);
  const errors = faults.filter((fault) => fault.severity === 'error');
  const [first] = errors;
  if (catalogue === undefined) throw faultyCatalogue(folder, first, errors.length);
  const { modules } = compileCatalogue(catalogue);
  return linkCompiled(catalogue, async (document) => {
    const source = modules[document];
    return source === undefined ? undefined : evaluateModule(source);
  });
}

/** @throws UserError for a folder that holds nothing of a catalogue: most likely it is the wrong one */
export function refuseEmpty(folder: string, catalogue: Catalogue | undefined): void {
  if (catalogue === undefined || catalogue.standards.length > 0) return;
  throw new UserError(
    {
      en: `There is no standard in the folder ${folder}.`,
      'zh-CN': `文件夹 ${folder} 中没有任何标准。`,
      fr: `Il n’y a aucune norme dans le dossier ${folder}.`,
    },
    {
      suggestion: {
        en: 'A catalogue has its standards in national, sectoral, local, group, customs and policy.',
        'zh-CN': '标准目录应在 national、sectoral、local、group、customs、policy 中存放标准。',
        fr: 'Un catalogue range ses normes dans national, sectoral, local, group, customs et policy.',
      },
    },
  );
}

function faultyCatalogue(folder: string, first: CatalogueFault | undefined, count: number): UserError {
  const place =
    first === undefined ? { file: folder } : { file: join(folder, first.file), line: first.line, column: first.column };
  const message = first?.message ?? '';
  return new UserError(
    {
      en: `The catalogue has ${count === 1 ? 'a fault' : `${count} faults, the first`}: ${message}`,
      'zh-CN': `标准目录有 ${count} 处错误${count === 1 ? '' : '，首处'}：${message}`,
      fr: `Le catalogue a ${count === 1 ? 'une faute' : `${count} fautes, la première`} : ${message}`,
    },
    {
      place,
      suggestion: {
        en: `See ${count === 1 ? 'it' : 'them all'} with borderlint catalogue lint --catalogue ${folder}`,
        'zh-CN': `查看全部：borderlint catalogue lint --catalogue ${folder}`,
        fr: `Pour ${count === 1 ? 'la' : 'les'} voir : borderlint catalogue lint --catalogue ${folder}`,
      },
    },
  );
}
