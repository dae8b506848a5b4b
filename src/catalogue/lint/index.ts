import { applicability } from './applies.js';
import { clauses } from './clauses.js';
import type { Lint } from './context.js';
import { editions, statusDates } from './editions.js';
import { elements, structures } from './elements.js';
import { incompleteLists, severities, sources } from './evidence.js';
import { examples } from './examples.js';
import { fields } from './fields.js';
import { formats } from './formats.js';
import { ledger } from './ledger.js';
import { fileNames, uniqueNames } from './names.js';
import { patterns } from './patterns.js';
import { references } from './references.js';
import { repairs } from './repairs.js';
import { categories, documents, lists } from './supporting.js';
import { messages, strings } from './texts.js';

/** Every lint there is. */
export const lints: { readonly [name: string]: Lint } = {
  fileNames,
  uniqueNames,
  ledger,
  references,
  severities,
  incompleteLists,
  sources,
  clauses,
  applicability,
  fields,
  examples,
  elements,
  structures,
  patterns,
  repairs,
  messages,
  strings,
  editions,
  statusDates,
  documents,
  formats,
  lists,
  categories,
};
