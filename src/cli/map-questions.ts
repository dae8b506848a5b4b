import { Readable } from 'node:stream';
import { fieldAt, mappableFields } from '../mapping/fields.js';
import { grouped } from '../mapping/propose/index.js';
import { percent, valueText } from '../mapping/write.js';
import type { DocumentKind } from '../model/document.js';
import type { Text } from '../model/language.js';
import type { Candidate, Proposal, ProposedColumn } from '../model/proposal.js';
import { fillTemplate } from '../text/fill.js';
import { inLanguage } from '../text/language.js';
import { oneLine, reasonText } from '../text/mapping-words.js';
import { nearestWord } from '../text/nearest.js';
import type { Terminal } from './terminal.js';

/** Asks what each unsure column is: Enter takes the first choice, `-` leaves it out; a number or a field takes another. */
export async function settleUnsure(proposal: Proposal, document: DocumentKind, terminal: Terminal): Promise<Proposal> {
  const say = (text: Text, values: { readonly [name: string]: string } = {}): string =>
    fillTemplate(inLanguage(text, terminal.language), values);
  if (!proposal.columns.some(isOpen)) return proposal;
  const { createInterface } = await import('node:readline/promises');
  const input = terminal.input();
  const lines = createInterface({ input: input instanceof Readable ? input : Readable.from(input) });
  const answers = lines[Symbol.asyncIterator]();
  const columns: ProposedColumn[] = [];
  let open = true;
  terminal.note(`${say(texts.intro)}\n`);
  for (const column of proposal.columns) {
    let settled: ProposedColumn | undefined = isOpen(column) && open ? undefined : column;
    while (settled === undefined) {
      terminal.note(question(column, terminal));
      const { value, done } = await answers.next();
      if (done === true) {
        // Nobody answers any more: what is unsure stays so.
        open = false;
        settled = column;
        break;
      }
      const answer = answered(column, String(value).trim(), document);
      if ('text' in answer) terminal.note(`${inLanguage(answer.text, terminal.language)}\n`);
      else settled = answer.column;
    }
    columns.push(settled);
  }
  lines.close();
  // Who names the order, or a line of it, settles what rows belong together.
  return { ...proposal, ...(proposal.records === undefined ? grouped(columns, document) : { columns }) };
}

/** Unsure for a reason the user can settle. */
function isOpen({ state, candidates: [best] }: ProposedColumn): boolean {
  return state === 'unsure' && best?.reasons.some(({ id }) => id === 'no-group') !== true;
}

function question({ name, candidates }: ProposedColumn, { language }: Terminal): string {
  const lines = candidates.map((one, at) => {
    const why = one.reasons.map((reason) => reasonText(reason, language)).join('; ');
    return `  ${at + 1}  ${valueText(one)}  ${percent(one)}  ${why}\n`;
  });
  return `${oneLine(name)}\n${lines.join('')}> `;
}

type Answer = { readonly column: ProposedColumn } | { readonly text: Text };

/** What an answer settles, or why it settles nothing. */
export function answered(column: ProposedColumn, word: string, document: DocumentKind): Answer {
  const { name, candidates } = column;
  const taken = (one: Candidate): Answer => ({ column: { name, state: 'mapped', candidates: [one] } });
  if (word === '-') return { column: { name, state: 'unmapped', candidates: [] } };
  const chosen = candidates[word === '' ? 0 : /^[1-9]$/.test(word) ? Number(word) - 1 : -1];
  if (chosen !== undefined) return taken(chosen);
  if (fieldAt(document, word) !== undefined)
    return taken({ field: word, confidence: 1, reasons: [{ id: 'answer', values: {} }] });
  const near = nearestWord(
    word,
    mappableFields(document).map(({ path }) => path),
  );
  return {
    text: {
      en: `There is no field ${oneLine(word)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      'zh-CN': `没有字段 ${oneLine(word)}。${near === undefined ? '' : `是否想写 ${near}？`}`,
      fr: `Il n’y a pas de champ ${oneLine(word)}.${near === undefined ? '' : ` Vouliez-vous dire ${near} ?`}`,
    },
  };
}

const texts = {
  intro: {
    en: 'Some columns are unsure. Enter takes the first choice, a number or a field another, - leaves the column out.',
    'zh-CN': '部分列无法确定。回车采用第一项，输入序号或字段名可另选，输入 - 则不采用该列。',
    fr: 'Des colonnes ne sont pas sûres. Entrée prend le premier choix, un numéro ou un champ un autre, - laisse la colonne.',
  },
} as const satisfies { readonly [id: string]: Text };
