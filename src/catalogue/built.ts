import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Catalogue } from '../model/catalogue.js';
import type { CheckModule } from '../model/compiled.js';
import { UserError } from '../model/errors.js';

/** The catalogue as the build wrote it: data and generated modules, no YAML, nothing to compile. */
export type BuiltCatalogue = {
  readonly catalogue: Catalogue;
  readonly checks: (document: string) => Promise<CheckModule | undefined>;
};

/** @throws UserError when the folder was never built, or holds checks of another catalogue */
export function loadBuiltCatalogue(folder: string): BuiltCatalogue {
  const catalogue = readCatalogue(join(folder, 'catalogue.json'));
  const documents = new Set(catalogue.documents.map((document) => document.id));
  return {
    catalogue,
    checks: async (document) => {
      if (!documents.has(document)) return undefined;
      const module: CheckModule = await import(pathToFileURL(join(folder, `${document}.js`)).href);
      if (module.digest !== catalogue.digest) throw notBuilt();
      return module;
    },
  };
}

function readCatalogue(file: string): Catalogue {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw notBuilt(cause);
  }
}

function notBuilt(cause?: unknown): UserError {
  return new UserError(
    { en: 'The catalogue has not been built.', 'zh-CN': '标准目录尚未构建。' },
    { cause, suggestion: { en: 'Run `npm run build`.', 'zh-CN': '请运行 `npm run build`。' } },
  );
}
