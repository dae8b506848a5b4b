import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { CatalogueFault } from '../model/catalogue.js';
import { explainSchemaErrors } from './explain.js';
import type { FileKind, RawByKind } from './raw.js';
import { catalogueSchemas } from './schema/index.js';
import type { YamlFile } from './yaml.js';

export type Validators = { readonly [Kind in FileKind]: ValidateFunction<RawByKind[Kind]> };

let compiled: Validators | undefined;

/** The catalogue's schemas as checks, compiled when they are first needed: that takes longer than any one file. */
export function validators(): Validators {
  compiled ??= compileSchemas();
  return compiled;
}

function compileSchemas(): Validators {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    // A pattern is compiled with the `u` flag, as the rules' own are.
    unicodeRegExp: true,
  });
  ajv.addSchema(catalogueSchemas.common);
  ajv.addSchema(catalogueSchemas.condition);
  return {
    standard: ajv.compile<RawByKind['standard']>(catalogueSchemas.standard),
    document: ajv.compile<RawByKind['document']>(catalogueSchemas.document),
    format: ajv.compile<RawByKind['format']>(catalogueSchemas.format),
    'code-list': ajv.compile<RawByKind['code-list']>(catalogueSchemas['code-list']),
    'term-list': ajv.compile<RawByKind['term-list']>(catalogueSchemas['term-list']),
    profile: ajv.compile<RawByKind['profile']>(catalogueSchemas.profile),
    categories: ajv.compile<RawByKind['categories']>(catalogueSchemas.categories),
    retired: ajv.compile<RawByKind['retired']>(catalogueSchemas.retired),
    ledger: ajv.compile<RawByKind['ledger']>(catalogueSchemas.ledger),
  };
}

/** The file's data when it has the shape of its kind; the faults otherwise. */
export function validate<Raw>(
  check: ValidateFunction<Raw>,
  yaml: YamlFile,
): { readonly raw: Raw } | { readonly faults: readonly CatalogueFault[] } {
  const data: unknown = yaml.data;
  return check(data) ? { raw: data } : { faults: explainSchemaErrors(yaml, check.errors ?? []) };
}
