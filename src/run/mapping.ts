import { parseYaml } from '../catalogue/yaml.js';
import { mappingFormat } from '../mapping/format.js';
import { parseMapping } from '../mapping/parse.js';
import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import type { Format } from '../model/format.js';

/**
 * The format a mapping file stands for.
 * @param file its name, for messages and reports
 * @throws AggregateError of its faults, each a UserError with its place
 */
export function formatOfMapping(file: string, text: string, catalogue: Catalogue): Format {
  const { yaml, faults: broken } = parseYaml(file, text.replace(/^\ufeff/, ''));
  if (yaml === undefined) throw new AggregateError(broken.map(({ message, ...place }) => notYaml(message, place)));
  const parsed = parseMapping(yaml.data, catalogue);
  if (isFaults(parsed)) {
    throw new AggregateError(
      parsed.map(({ path, key, text: said, suggestion }) => {
        const place = { file, ...(key === undefined ? yaml.placeOf(path) : yaml.placeOfKey(path, key)) };
        return new UserError(said, { place, suggestion });
      }),
    );
  }
  const document = catalogue.documents.find(({ id }) => id === parsed.document);
  if (document === undefined) throw new Error(`a mapping of an unknown document kind ${parsed.document}`);
  const formats = catalogue.formats.filter((format) => format.document === document.id);
  return mappingFormat(file, parsed, document, formats);
}

function isFaults(parsed: ReturnType<typeof parseMapping>): parsed is Extract<typeof parsed, readonly unknown[]> {
  return Array.isArray(parsed);
}

/** What the YAML parser says, which it says in English. */
function notYaml(message: string, place: NonNullable<UserError['place']>): UserError {
  return new UserError(
    { en: `${message}.`, 'zh-CN': `YAML 有误：${message}。`, fr: `YAML incorrect : ${message}.` },
    { place },
  );
}
