import { readFileSync } from 'node:fs';
import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';
import { formatOfMapping } from '../run/mapping.js';
import type { RunOptions } from '../run.js';
import { filePattern } from './file-pattern.js';

/**
 * The formats of mapping files, by the files they are for: of several that fit a file, the first.
 * @param words `goods.map.yaml` for every file, `PATTERN=goods.map.yaml` for those whose names fit
 * @throws UserError for a file that cannot be read, AggregateError of the faults of one that is no mapping
 */
export function openMappings(words: readonly string[], catalogue: Catalogue): NonNullable<RunOptions['formatOf']> {
  const opened = words.map((word) => {
    const equals = word.lastIndexOf('=');
    const file = word.slice(equals + 1);
    const format = formatOfMapping(file, textOf(file), catalogue);
    return { format, fits: equals <= 0 ? () => true : filePattern(word.slice(0, equals)) };
  });
  return (file): Format | undefined => opened.find(({ fits }) => fits(file))?.format;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(
      {
        en: `The mapping cannot be read: ${file}.`,
        'zh-CN': `无法读取映射文件 ${file}。`,
        fr: `Impossible de lire la correspondance : ${file}.`,
      },
      {
        word: file,
        cause,
        suggestion: {
          en: `\`borderlint map FILE --out ${file}\` proposes one for a file.`,
          'zh-CN': `可用 \`borderlint map 文件 --out ${file}\` 为文件拟一份映射。`,
          fr: `\`borderlint map FICHIER --out ${file}\` en propose une pour un fichier.`,
        },
      },
    );
  }
}
