/** Delimiters a table may have, in the order that breaks ties. */
const delimiters = [',', '\t', ';', '|'];

/** Rows after the header that are compared with it. */
const comparedRows = 8;

/**
 * The delimiter of a table: the one the header has most of, outside quotes, weighed by how many of the next rows
 * have as many of it. A `sep=;` line, as Excel writes it, says it outright.
 */
export function sniffDelimiter(text: string): string {
  const said = /^"?sep=([,\t;|])"?[\r\n]/i.exec(text)?.[1];
  if (said) return said;
  const [header = [], ...rows] = countRows(text, true) ?? countRows(text, false) ?? [];
  let best = { delimiter: ',', score: 0 };
  for (const [index, delimiter] of delimiters.entries()) {
    const count = header[index] ?? 0;
    const alike = rows.filter((row) => row[index] === count).length;
    const score = (count * (alike + 1)) / (rows.length + 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How many of each delimiter the first rows have; nothing where a quote is open at the end of the header. */
function countRows(text: string, quotes: boolean): number[][] | undefined {
  const rows: number[][] = [];
  let counts = [0, 0, 0, 0];
  let quoted = false;
  let atStart = true;
  let empty = true;
  for (let at = 0; at < text.length && rows.length <= comparedRows; at++) {
    const character = text.charAt(at);
    if (quoted) {
      quoted = character !== '"';
      continue;
    }
    if (character === '\n' || character === '\r') {
      if (!empty) rows.push(counts);
      counts = [0, 0, 0, 0];
      atStart = empty = true;
      continue;
    }
    empty = false;
    // A doubled mark closes and opens again, which comes to the same.
    quoted = quotes && character === '"' && (atStart || text.charAt(at - 1) === '"');
    const index = delimiters.indexOf(character);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
    atStart = index >= 0;
  }
  if (rows.length === 0 && !quoted && !empty) rows.push(counts);
  return rows.length === 0 ? undefined : rows;
}
