import type { Language, Text } from '../model/language.js';
import { mappingVersion } from '../model/mapping.js';
import type { Candidate, Proposal, ProposedColumn } from '../model/proposal.js';
import { fillTemplate } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { oneLine, proposalTexts, reasonText } from '../text/mapping-words.js';
import { displayWidth, padToWidth } from '../text/width.js';

/** A proposal as a mapping file: what is mapped as lines, all else as comments that need only lose their `#`. */
export function mappingText(proposal: Proposal, file: string, language: Language): string {
  const say = sayIn(language);
  const { document, sheet, header, records, group, columns } = proposal;
  const none = !columns.some(({ state }) => state === 'mapped');
  const lines = [
    `# yaml-language-server: $schema=node_modules/borderlint/dist/schemas/borderlint-map.schema.json`,
    `# ${say(proposalTexts.head, { file: oneLine(file) })}`,
    `borderlint-map: ${mappingVersion}`,
    `document: ${document}`,
    ...(sheet === undefined ? [] : [`sheet: ${yamlKey(sheet)}`]),
    ...(header === undefined ? [] : [`header: ${header}`]),
    ...(records === undefined ? [] : [`records: ${yamlKey(records)}`]),
    ...(group === undefined ? [] : [`group: ${yamlKey(group)}`]),
    none ? 'columns: {}' : 'columns:',
  ];
  return `${[...lines, ...withRemarks(columns.map((column, index) => columnLine(column, index, language)))].join('\n')}\n`;
}

type Line = { readonly text: string; readonly remark: string };

/** One line per column, as the mapping file says it. */
function columnLine(column: ProposedColumn, index: number, language: Language): Line {
  const say = sayIn(language);
  const { name, state, candidates } = column;
  const [best] = candidates;
  if (state === 'unnamed') return { text: '  #', remark: say(proposalTexts.unnamed, { number: String(index + 1) }) };
  if (best === undefined) return { text: `  # ${yamlKey(name)}:`, remark: say(proposalTexts.none) };
  const line = `${yamlKey(name)}: ${valueText(best)}`;
  const why = `${percent(best)} ${best.reasons.map((reason) => reasonText(reason, language)).join('; ')}`;
  if (state === 'mapped') return { text: `  ${line}`, remark: why };
  if (state === 'unsure')
    return { text: `  # ${line}`, remark: say(proposalTexts.unsure, { fields: choices(candidates, language) }) };
  return { text: `  # ${yamlKey(name)}:`, remark: `${say(proposalTexts.idea, { field: best.field })} ${why}` };
}

/** `grossWeight 65% (nothing says the unit) or netWeight 60%`. */
function choices(candidates: readonly Candidate[], language: Language): string {
  return candidates
    .map(
      (one) => `${one.field} ${percent(one)} (${one.reasons.map((reason) => reasonText(reason, language)).join('; ')})`,
    )
    .join(inLanguage(proposalTexts.or, language));
}

export function percent({ confidence }: Candidate): string {
  return `${Math.round(confidence * 100)}%`;
}

/** What a column's line says: its field, with unit or reading where it needs one. */
export function valueText({ field, read, unit }: Pick<Candidate, 'field' | 'read' | 'unit'>): string {
  if (unit !== undefined) return `{ field: ${field}, unit: ${unit} }`;
  return read === undefined ? field : `{ field: ${field}, read: ${read} }`;
}

function withRemarks(lines: readonly Line[]): readonly string[] {
  const width = Math.min(48, Math.max(0, ...lines.map(({ text }) => displayWidth(text))));
  return lines.map(({ text, remark }) => `${padToWidth(text, width)}  # ${remark}`);
}

function sayIn(language: Language): (text: Text, values?: { readonly [name: string]: string }) => string {
  return (text, values = {}) => fillTemplate(inLanguage(text, language), values);
}

/** A word of the file as YAML writes it: bare where nothing in it means anything to YAML. */
export function yamlKey(text: string): string {
  const plain = /^\p{L}[\p{L}\p{N}_.'/-]*(?: [\p{L}\p{N}_.'/-]+)*(?: ?\([\p{L}%]+\))?$/u.test(text);
  const another = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  if (plain && !another) return text;
  // What JSON leaves as it is and YAML does not print.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
