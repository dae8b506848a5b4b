import type { Catalogue } from '../model/catalogue.js';
import type { InputSummary, ReadNotice } from '../model/record.js';
import type { NotRun, StandardResult } from '../model/report.js';
import type { RuleCounts } from './counts.js';

type Judged = {
  readonly catalogue: Catalogue;
  readonly inputs: readonly InputSummary[];
  readonly standards: readonly StandardResult[];
  readonly counts: RuleCounts;
};

/** Why a standard may lawfully have nothing to say of these records, or was not to be asked. */
const silent: readonly StandardResult['reason'][] = [
  'not-selected',
  'skipped',
  'not-yet-in-force',
  'no-longer-in-force',
  'draft',
  'withdrawn',
  'other-category',
  'other-mode',
  'other-direction',
  'no-record',
];

/**
 * Files of a run in which no standard came to a verdict although there were records: they lack what every check
 * needs, or no check is about such records. Such a run proves nothing, so it must not look like one that conforms.
 */
export function unjudgedFiles({ inputs, standards }: Judged): readonly NotRun[] {
  if (standards.some(({ verdict }) => verdict === 'fails' || verdict === 'conforms')) return [];
  if (standards.every(({ reason }) => silent.includes(reason))) return [];
  const files = new Set(inputs.filter(({ records }) => records > 0).map(({ file }) => file));
  return [...files].map((file) => ({
    what: 'file',
    subject: file,
    location: { file, pointer: '' },
    reason: nothing,
    suggestion: readOn,
  }));
}

const nothing: NotRun['reason'] = {
  en: 'No check had anything to judge in its records, so no standard was assessed.',
  'zh-CN': '没有任何检查能在其记录中找到可判断的内容，未评定任何标准。',
  fr: 'Aucun contrôle n’a rien eu à juger dans ses enregistrements : aucune norme n’a été évaluée.',
};

const readOn: NotRun['reason'] = {
  en: 'The report says of each standard why not: a field that is not there, or another kind of file.',
  'zh-CN': '报告中逐项说明了原因：缺少所需字段，或标准针对其他类型的文件。',
  fr: 'Le rapport dit pourquoi pour chaque norme : un champ absent, ou un autre genre de fichier.',
};

/** Kinds of records that no check had anything to judge in, in a run that judged others. */
export function unjudgedKinds({ catalogue, inputs, counts }: Judged): readonly ReadNotice[] {
  const structured = new Set(catalogue.structures.map(({ format }) => format));
  const across = catalogue.across.filter(({ id }) => (counts.all.get(id)?.checked ?? 0) > 0);
  const judged = (document: string): boolean =>
    [...(counts.byDocument.get(document)?.values() ?? [])].some(({ checked }) => checked > 0) ||
    across.some(({ applies }) => applies.documents.includes(document));
  const mute = inputs.filter(
    ({ records, format, document }) => records > 0 && !structured.has(format) && !judged(document),
  );
  return [...new Set(mute.map(({ document }) => document))].flatMap((document) => {
    const [first, ...more] = mute.filter((input) => input.document === document);
    if (first === undefined) return [];
    const count = more.reduce((sum, { records }) => sum + records, first.records);
    const location = { file: first.file, ...(first.sheet === undefined ? {} : { sheet: first.sheet }), pointer: '' };
    return [{ id: 'nothing-judged', values: { document, count }, location, weight: 'note' }];
  });
}
