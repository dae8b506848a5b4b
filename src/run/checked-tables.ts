import { isPersonal } from '../check/personal.js';
import type { Format } from '../model/format.js';
import type { CheckedTable, InputPart, Opened } from '../model/reading.js';
import type { InputSummary } from '../model/record.js';
import type { Report } from '../model/report.js';
import { personalCells } from '../normalise/index.js';
import { type OpenOptions, openParts } from '../read/index.js';
import type { RunOptions } from '../run.js';
import { chooseFormat, formatsFor } from './format.js';

/**
 * The tables of a report once more, in the order they were checked; each must be read, or passed over, before the next
 * is asked for. Standard input is gone once it was read, so what came that way is not among them.
 * @throws UserError for a file that can no longer be read
 */
export async function* checkedTables(
  { compiled, inputs, encoding, formatOf }: Pick<RunOptions, 'compiled' | 'inputs' | 'encoding' | 'formatOf'>,
  report: Report,
): AsyncGenerator<CheckedTable> {
  const options: OpenOptions = encoding === undefined ? {} : { encoding };
  const tableFormat = (checked: InputSummary | undefined): Format | undefined =>
    formatsFor(checked?.file ?? '', compiled, formatOf).find(
      ({ id, container }) => id === checked?.format && container === 'table',
    );
  for (const source of inputs) {
    const own = report.inputs.filter(({ file }) => file === source.name || file.startsWith(`${source.name}/`));
    if (source.name === '-' || own.every((checked) => tableFormat(checked) === undefined)) continue;
    for await (const part of openParts(source, options)) {
      const checked = own.find(({ file, sheet }) => file === part.file && sheet === part.sheet);
      const format = tableFormat(checked);
      if (format === undefined) continue;
      const opened = await part.open();
      try {
        yield tableOf(compiled, part, opened, format, checked?.digest);
      } finally {
        await opened.close();
      }
    }
  }
}

function tableOf(
  { catalogue }: RunOptions['compiled'],
  part: InputPart,
  opened: Opened,
  format: Format,
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
