import { isPersonal } from '../check/personal.js';
import type { ByteSource, CheckedTable, InputPart, Opened } from '../model/reading.js';
import type { Report } from '../model/report.js';
import { personalCells } from '../normalise/index.js';
import { type OpenOptions, openParts } from '../read/index.js';
import type { RunOptions } from '../run.js';
import { chooseFormat } from './format.js';

/**
 * The tables of a report once more, in the order they were checked; each must be read, or passed over, before the next
 * is asked for. Standard input is gone once it was read, so what came that way is not among them.
 * @throws UserError for a file that can no longer be read
 */
export async function* checkedTables(
  { compiled, inputs, encoding }: Pick<RunOptions, 'compiled' | 'inputs' | 'encoding'>,
  report: Report,
): AsyncGenerator<CheckedTable> {
  const options: OpenOptions = encoding === undefined ? {} : { encoding };
  for (const source of inputs) {
    if (!holdsTables(source, compiled.catalogue.formats, report)) continue;
    for await (const part of openParts(source, options)) {
      const checked = report.inputs.find(({ file, sheet }) => file === part.file && sheet === part.sheet);
      const format = compiled.catalogue.formats.find(({ id }) => id === checked?.format);
      if (format?.container !== 'table') continue;
      const opened = await part.open();
      try {
        yield tableOf(compiled, part, opened, format, checked?.digest);
      } finally {
        await opened.close();
      }
    }
  }
}

type Compiled = RunOptions['compiled'];
type Formats = Compiled['catalogue']['formats'];

function holdsTables(source: ByteSource, formats: Formats, { inputs }: Report): boolean {
  const tables = new Set(formats.filter(({ container }) => container === 'table').map(({ id }) => id));
  const own = inputs.filter(({ file }) => file === source.name || file.startsWith(`${source.name}/`));
  return source.name !== '-' && own.some(({ format }) => tables.has(format));
}

function tableOf(
  { catalogue }: Compiled,
  part: InputPart,
  opened: Opened,
  format: Formats[number],
  digest: string | undefined,
): CheckedTable {
  const chosen = chooseFormat(catalogue, opened, part, format);
  const { signature } = chosen.opened;
  const { headers = [], headerRow = headers[0]?.place.line ?? 1, rows = [] } = signature;
  const { file, sheet } = part;
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    header: headerRow,
    sample: rows,
    isPersonal: personalCells({ ...chosen, file, codes: catalogue.codes }, isPersonal),
    async *rows() {
      for await (const batch of chosen.opened.records({ ...chosen.layout, everyRow: true }))
        yield batch.flatMap((record) => (record.kind === 'row' ? [record] : []));
    },
    hasChanged: () => chosen.opened.outcome().digest !== digest,
  };
}
