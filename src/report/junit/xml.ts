import { sanitize } from '../../text/sanitize.js';

const references: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for content and attributes of XML 1.0: characters that XML cannot carry, even as references, are made visible. */
export function xmlText(text: string): string {
  return sanitize(text)
    .replace(/[\ufffe\uffff]/g, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase()}⟩`)
    .replace(/[&<>"']/g, (character) => references[character] ?? character);
}

/** ` name="value"` for each member that is there. */
export function attributes(all: { readonly [name: string]: string | number | undefined }): string {
  return Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}
