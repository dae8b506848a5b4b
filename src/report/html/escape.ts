import { jsonText } from '../json-shape.js';

/** JSON that ends no script element, opens no comment and breaks no line, whatever the data says. */
export function scriptSafe(value: unknown): string {
  return jsonText(value).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** Text as text, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
