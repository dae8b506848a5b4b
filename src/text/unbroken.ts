const noBreak = '\u00a0';

/** A number or name that must not be torn apart at its spaces when lines are filled; `plainSpaces` writes plain spaces again. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', noBreak);
}

/** A line once it is filled, with plain spaces. */
export function plainSpaces(line: string): string {
  return line.replaceAll(noBreak, ' ');
}
