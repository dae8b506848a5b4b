/** One piece of a pattern: what it matches, and whether it may be left out or repeated without end. */
type Piece = { readonly group?: readonly (readonly Piece[])[]; readonly optional: boolean; readonly endless: boolean };

/**
 * Whether an endless repetition stands within an endless repetition with nothing fixed beside it, as in `(a+)+` or
 * `(\d*,?)*`: such a pattern may try exponentially many ways to match. A heuristic; `(?:-[A-Z]+)*` is fine.
 */
export function isNested(pattern: string): boolean {
  return nestedIn(parse(pattern));
}

/** The alternatives at the top of a pattern, as text. */
export function alternativesOf(pattern: string): string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const token of tokens(pattern)) {
    if (token.startsWith('(')) depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) found.push('');
    else found[found.length - 1] += token;
  }
  return found;
}

function nestedIn(alternatives: readonly (readonly Piece[])[]): boolean {
  return alternatives.some((pieces) =>
    pieces.some(({ group, endless }) => group !== undefined && ((endless && group.some(isLoose)) || nestedIn(group))),
  );
}

/** Something endless in it, and everything beside that may be left out. */
function isLoose(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => isEndless(piece) && pieces.every((other, at) => at === index || other.optional));
}

function isEndless({ endless, group }: Piece): boolean {
  return endless || (group?.some(isLoose) ?? false);
}

/** Escapes, classes, group openings, quantifiers and single characters. */
function tokens(pattern: string): string[] {
  return (
    pattern.match(
      /\\[pPu]\{[^}]*\}|\\k<[^>]*>|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?::|=|!|<=|<!|<[^>]*>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[\s\S]/gu,
    ) ?? []
  );
}

function parse(pattern: string): readonly (readonly Piece[])[] {
  const stack: Piece[][][] = [[[]]];
  for (const token of tokens(pattern)) {
    const group = stack.at(-1) ?? [];
    const pieces = group.at(-1) ?? [];
    const last = pieces.at(-1);
    if (token.startsWith('(')) stack.push([[]]);
    else if (token === '|') group.push([]);
    else if (token === ')') {
      stack.pop();
      stack.at(-1)?.at(-1)?.push({ group, optional: false, endless: false });
    } else if (/^(?:[*+?]|\{\d)/.test(token) && last !== undefined) pieces.splice(-1, 1, quantified(last, token));
    else pieces.push({ optional: token === '^' || token === '$', endless: false });
  }
  return stack[0] ?? [];
}

function quantified(piece: Piece, token: string): Piece {
  const optional = /^(?:[*?]|\{0)/.test(token) || piece.optional;
  return { ...piece, optional, endless: /^(?:[*+]|\{\d+,\})/.test(token) };
}
