import {
  type CodeNames,
  type KnownKind,
  knownKind,
  likelyHeader,
  proposeColumns,
  weightOf,
} from '../mapping/propose/index.js';
import type { Catalogue } from '../model/catalogue.js';
import { UserError } from '../model/errors.js';
import { remembered } from '../model/on-demand.js';
import type { Proposal, SampledColumn } from '../model/proposal.js';
import type { ByteSource, InputPart, Opened, TableRow } from '../model/reading.js';
import { namesOfCodes, recognise } from '../normalise/index.js';
import { type OpenOptions, openParts } from '../read/index.js';
import { nothingThere, refuseUnreadable } from './format.js';
import { sampleObjects, sampleTable } from './sample.js';

export type ProposeOptions = OpenOptions & {
  /** Document kind; absent: the one whose fields fit best, a listing where in doubt. */
  readonly document?: string;
  readonly sheet?: string;
};

export type Proposed = {
  readonly proposal: Proposal;
  /** The table or message of the input it is for. */
  readonly file: string;
  /** The catalogue's format the file is of: then it needs no mapping. */
  readonly format?: string;
};

/** How much more of a file another kind must explain than a more usual one. */
const clearly = 1.15;
/** … and by how much at least: half a column. */
const atLeast = 0.5;
/** Kinds most files are of. */
const usualFirst = ['listing', 'order'];

/**
 * Proposes a mapping for the table or JSON of an input; of several sheets and files in it for the one that says most.
 * @throws UserError where it cannot be read, has no such sheet, or is XML
 */
export async function proposeMapping(
  source: ByteSource,
  catalogue: Catalogue,
  options: ProposeOptions,
): Promise<Proposed> {
  const names = codeNames(catalogue);
  const kinds = kindsOf(catalogue, options.document);
  let best: Proposed | undefined;
  let problem: UserError | undefined;
  const sheets: string[] = [];
  for await (const part of openParts(source, options)) {
    if (part.sheet !== undefined) sheets.push(part.sheet);
    if (options.sheet !== undefined && part.sheet !== options.sheet) continue;
    try {
      const one = await proposeForPart(part, catalogue, kinds, names);
      if (best === undefined || weightOf(one.proposal) > weightOf(best.proposal)) best = one;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem ??= error;
    }
  }
  if (best !== undefined) return best;
  if (options.sheet !== undefined && !sheets.includes(options.sheet)) throw noSuchSheet(options.sheet, sheets);
  throw problem ?? nothingThere(source.name);
}

async function proposeForPart(
  part: InputPart,
  catalogue: Catalogue,
  kinds: (container: string) => readonly KnownKind[],
  names: CodeNames,
): Promise<Proposed> {
  const opened = await part.open();
  try {
    if (opened.container === 'xml') throw noTable(part.file);
    await refuseUnreadable(opened, part.file);
    const known = recognise(catalogue.formats, opened);
    const own = kinds(opened.container);
    const { columns, ...where } =
      opened.container === 'json' ? await ofJson(opened, part) : await ofTable(opened, own, part);
    const proposal: Proposal = { ...where, ...mostFitting(own.map((kind) => proposeColumns(columns, kind, names))) };
    return { proposal, file: part.file, ...(known.kind === 'format' && { format: known.format.id }) };
  } finally {
    await opened.close();
  }
}

type Sampled = Pick<Proposal, 'sheet' | 'header' | 'records'> & { readonly columns: readonly SampledColumn[] };

async function ofTable(opened: Opened, kinds: readonly KnownKind[], part: InputPart): Promise<Sampled> {
  const rows = (opened.signature.rows ?? []).slice(0, headerRows);
  const header = likelyHeader(
    rows,
    kinds.map(({ index }) => index),
  );
  if (header === undefined) throw nothingThere(part.file);
  const { sheets = 1 } = part;
  return {
    ...(sheets > 1 && opened.sheet !== undefined && { sheet: opened.sheet }),
    ...(header !== firstFilled(rows) && { header: header.row }),
    columns: await sampleTable(opened, header),
  };
}

/** Rows among which a header is looked for. */
const headerRows = 20;

function firstFilled(rows: readonly TableRow[]): TableRow | undefined {
  return rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** The list of objects whose first has most keys. */
async function ofJson(opened: Opened, part: InputPart): Promise<Sampled> {
  const keys = Object.entries(opened.signature.keys ?? {}).filter(([, own]) => own.length > 0);
  const [first] = keys.sort(([, a], [, b]) => b.length - a.length);
  if (first === undefined) throw nothingThere(part.file);
  const [records] = first;
  return { records, columns: await sampleObjects(opened, records) };
}

/** The first kind that fits, unless a later one explains clearly more of the file. */
function mostFitting(proposals: readonly Pick<Proposal, 'document' | 'group' | 'columns'>[]) {
  return proposals.reduce((best, one) =>
    weightOf(one) > Math.max(weightOf(best) * clearly, weightOf(best) + atLeast) ? one : best,
  );
}

/** The kinds a file may be of, a listing first: the one asked for, or those that a format of its container is known for. */
function kindsOf(
  { documents, formats }: Catalogue,
  asked: string | undefined,
): (container: string) => readonly KnownKind[] {
  return remembered((container) => {
    const usual = new Set(formats.filter((format) => format.container === container).map(({ document }) => document));
    const ids = asked === undefined ? [...new Set([...usualFirst, ...usual])] : [asked];
    return ids.flatMap((id) => {
      const document = documents.find((one) => one.id === id);
      return document === undefined ? [] : [knownKind(document, formats)];
    });
  });
}

function codeNames({ codes }: Catalogue): CodeNames {
  const names = namesOfCodes(codes);
  return { country: names.country(false), currency: names.currency(false), unit: names.unit };
}

function noTable(file: string): UserError {
  return new UserError(
    {
      en: `${file} is XML; mappings are for tables and JSON.`,
      'zh-CN': `${file} 是 XML；映射仅用于表格和 JSON。`,
      fr: `${file} est du XML ; les correspondances sont pour les tableaux et le JSON.`,
    },
    { place: { file } },
  );
}

function noSuchSheet(sheet: string, sheets: readonly string[]): UserError {
  const shown = sheets.slice(0, 20);
  return new UserError(
    {
      en: `There is no sheet ${sheet}.`,
      'zh-CN': `没有名为 ${sheet} 的工作表。`,
      fr: `Il n’y a pas de feuille ${sheet}.`,
    },
    shown.length === 0
      ? {}
      : {
          suggestion: {
            en: `There are: ${shown.join(', ')}.`,
            'zh-CN': `现有工作表：${shown.join('、')}。`,
            fr: `Il y a : ${shown.join(', ')}.`,
          },
        },
  );
}
