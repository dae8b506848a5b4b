import { sanitize } from '../../text/sanitize.js';

/**
 * Text as Markdown that shows exactly that text: no markup, HTML, link, mention or table border comes of it. Punctuation
 * that Markdown reads becomes a character reference, which CommonMark never takes for structure.
 */
export function escapeMarkdown(text: string): string {
  return sanitize(text)
    .replace(/[!#$&*<>@[\\\]^_`|~]|:(?=\S)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/^(\s*)([-+=](?=[-+=\s]|$)|\d+[.)](?=\s|$))/, (_, space: string, marker: string) => {
      const last = marker.charCodeAt(marker.length - 1);
      return `${space}${marker.slice(0, -1)}&#${last};`;
    })
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
}
