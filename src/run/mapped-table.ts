import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import { mappingFileOf } from '../model/mapping.js';
import type { Opened } from '../model/reading.js';
import type { ReadNotice } from '../model/record.js';
import { foldHeader, withFewerNotes } from '../vocabulary/headers.js';

/**
 * Columns of a mapping that a table, its header chosen, does not have: said once for the file.
 * @throws UserError where it has none of them, or lacks the one by which rows belong together
 */
export function missingColumns(format: Format, { signature }: Opened, file: string): readonly ReadNotice[] {
  const mapping = mappingFileOf(format);
  if (mapping === undefined || format.container !== 'table') return [];
  const { headers = [] } = signature;
  const present = new Set(headers.flatMap(({ text }) => waysOf(text)));
  const names = format.columns.filter(({ ignore }) => ignore !== true).map(({ name }) => name);
  const missing = names.filter((name) => !present.has(foldHeader(name)));
  const place = { file, ...headers[0]?.place };
  const group = format.grouping?.by;
  if (missing.length === names.length)
    throw strangeFile(
      mapping,
      headers.map(({ text }) => text),
      place,
    );
  if (group !== undefined && missing.includes(group)) throw withoutGroup(mapping, group, place);
  if (missing.length === 0) return [];
  const values = { mapping, columns: missing.slice(0, 10).join(', '), count: missing.length };
  return [{ id: 'columns-missing', values, location: { ...place, pointer: '' }, weight: 'note' }];
}

function waysOf(header: string): readonly string[] {
  const folded = foldHeader(header);
  return [folded, ...withFewerNotes(folded)];
}

/** For files that a mapping is not for. */
export const mapSome = {
  en: 'Say for which files the mapping is, as in --map "*.erp.csv=goods.map.yaml".',
  'zh-CN': '请写明映射用于哪些文件，如 --map "*.erp.csv=goods.map.yaml"。',
  fr: 'Dites pour quels fichiers elle vaut, par exemple --map "*.erp.csv=goods.map.yaml".',
};

type Place = NonNullable<UserError['place']>;

function strangeFile(mapping: string, headers: readonly string[], place: Place): UserError {
  const shown = headers
    .filter((text) => text.trim() !== '')
    .slice(0, 5)
    .join(', ');
  return new UserError(
    {
      en: `The file has none of the columns of ${mapping}; its header row is ${shown}.`,
      'zh-CN': `文件中没有 ${mapping} 所列的任何一列；表头为 ${shown}。`,
      fr: `Le fichier n’a aucune des colonnes de ${mapping} ; son en-tête est ${shown}.`,
    },
    {
      place,
      suggestion: mapSome,
    },
  );
}

function withoutGroup(mapping: string, group: string, place: Place): UserError {
  return new UserError(
    {
      en: `The file lacks the column ${group}, by which ${mapping} puts rows together.`,
      'zh-CN': `文件缺少 ${group} 列，而 ${mapping} 据此列合并各行。`,
      fr: `Il manque au fichier la colonne ${group}, par laquelle ${mapping} réunit les lignes.`,
    },
    { place },
  );
}
