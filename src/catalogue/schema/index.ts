import { commonSchema, type JsonSchema } from './common.js';
import { conditionSchema } from './condition.js';
import { formatSchema } from './format.js';
import { standardSchema } from './standard.js';
import {
  categoriesSchema,
  codeListSchema,
  documentSchema,
  ledgerSchema,
  profileSchema,
  retiredSchema,
  termListSchema,
} from './supporting.js';

export type { JsonSchema } from './common.js';

/** The catalogue's own schemas, by the kind of file they describe; `common` and `condition` are parts of the others. */
export const catalogueSchemas = {
  common: commonSchema,
  condition: conditionSchema,
  standard: standardSchema,
  document: documentSchema,
  format: formatSchema,
  'code-list': codeListSchema,
  'term-list': termListSchema,
  profile: profileSchema,
  categories: categoriesSchema,
  retired: retiredSchema,
  ledger: ledgerSchema,
} as const satisfies { readonly [kind: string]: JsonSchema };
