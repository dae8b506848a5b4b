import type { DocumentKind } from '../model/document.js';
import { type MappedColumn, type MappedUnit, mappedUnits } from '../model/mapping.js';
import { foldHeader } from '../vocabulary/headers.js';
import { didYouMean, faultTexts } from './fault-texts.js';
import { isMapping, type ReportFault } from './faults.js';
import { fieldAt, mappableFields, quantityOf } from './fields.js';
import { mappedReadings } from './readings.js';

/** What a column's line may say besides its field. */
export const columnKeys = ['field', 'read', 'unit'] as const;

/** `商品名称: title`, or `Weight: { field: grossWeight, unit: g }`; undefined where it is wrong. */
export function parseColumn(
  name: string,
  said: unknown,
  document: DocumentKind | undefined,
  report: ReportFault,
): MappedColumn | undefined {
  const path = ['columns', name];
  if (foldHeader(name) === '') {
    report({ path: ['columns'], key: name, text: faultTexts.emptyHeading });
    return undefined;
  }
  if (typeof said === 'string') return known(said, path, document, report) ? { name, field: said } : undefined;
  if (!isMapping(said) || typeof said['field'] !== 'string') {
    report({ path, text: faultTexts.column(name) });
    return undefined;
  }
  for (const key of Object.keys(said).filter((one) => !columnKeys.some((known) => known === one)))
    report({ path, key, text: faultTexts.unknownKey(key), suggestion: didYouMean(key, columnKeys) });
  const { field } = said;
  if (!known(field, [...path, 'field'], document, report)) return undefined;
  const read = wordOf(said['read'], mappedReadings);
  if (said['read'] !== undefined && read === undefined)
    report({
      path: [...path, 'read'],
      text: faultTexts.read,
      suggestion: didYouMean(String(said['read']), mappedReadings),
    });
  const unit =
    said['unit'] === undefined ? undefined : unitOf(said['unit'], field, [...path, 'unit'], document, report);
  if (unit !== undefined && read !== undefined) report({ path: [...path, 'unit'], text: faultTexts.unitOrRead });
  return { name, field, ...(read !== undefined && { read }), ...(unit !== undefined && { unit }) };
}

/** Whether the document kind has the field. Where the kind itself is not known, nobody can say. */
function known(
  field: string,
  path: readonly string[],
  document: DocumentKind | undefined,
  report: ReportFault,
): boolean {
  if (document === undefined || fieldAt(document, field) !== undefined) return true;
  const paths = mappableFields(document).map((one) => one.path);
  const [bare = '', language] = field.split('@');
  if (language !== undefined && paths.includes(bare)) report({ path, text: faultTexts.language(field, bare) });
  else
    report({
      path,
      text: faultTexts.unknownField(field, document.id),
      suggestion: didYouMean(bare, paths, document.id),
    });
  return false;
}

function unitOf(
  value: unknown,
  path: string,
  at: readonly string[],
  document: DocumentKind | undefined,
  report: ReportFault,
): MappedUnit | undefined {
  const all: readonly MappedUnit[] = [...mappedUnits.weight, ...mappedUnits.length];
  const field = document === undefined ? undefined : fieldAt(document, path)?.field;
  const quantity = field === undefined ? undefined : quantityOf(field);
  if (document !== undefined && quantity === undefined) {
    report({ path: at, text: faultTexts.noQuantity(path) });
    return undefined;
  }
  const units: readonly MappedUnit[] = quantity === undefined ? all : mappedUnits[quantity];
  const unit = wordOf(value, units);
  if (unit === undefined) report({ path: at, text: faultTexts.unit(path, units) });
  return unit;
}

function wordOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}
