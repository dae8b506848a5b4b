/*
 * Characters of data that a terminal would obey or hide: controls (C0, DEL, C1), direction overrides and marks,
 * line separators, zero-width characters, soft hyphen, variation and tag characters outside emoji use, lone surrogates.
 * The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** Text of a file made safe for one line of a terminal: nothing is lost, everything that cannot be seen is made visible. */
export function sanitize(text: string): string {
  return text.replace(unsafe, visible);
}

/** As `sanitize`, cut to at most `max` characters with an ellipsis: values of files can be megabytes. */
export function sanitizeBrief(text: string, max: number): string {
  if (text.length <= max) return sanitize(text);
  return `${sanitize(
    [...text.slice(0, max)]
      .slice(0, max - 1)
      .join('')
      .replace(/\p{Surrogate}$/u, ''),
  )}…`;
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\n') return '↵';
  if (character === '\t') return '⇥';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
