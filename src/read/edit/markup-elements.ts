/** Attributes of a start tag, as a pattern. */
export const attributePattern = String.raw`(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*`;

/** An element with its markup. */
export type Element = { readonly name: string; readonly text: string };

/** The elements of markup one after another, white space by itself under no name. */
export function topElements(markup: string): readonly Element[] {
  const tag = new RegExp(`<(/?)(?:[\\w.-]+:)?([\\w.-]+)(${attributePattern})(/?)>`, 'gu');
  const elements: Element[] = [];
  let depth = 0;
  let start = 0;
  for (const found of markup.matchAll(tag)) {
    const [whole, closing = '', name = '', , empty = ''] = found;
    if (depth === 0 && found.index > start) elements.push({ name: '', text: markup.slice(start, found.index) });
    if (depth === 0) start = found.index;
    if (empty === '') depth += closing === '' ? 1 : -1;
    if (depth > 0) continue;
    const end = found.index + whole.length;
    elements.push({ name, text: markup.slice(start, end) });
    start = end;
  }
  if (start < markup.length) elements.push({ name: '', text: markup.slice(start) });
  return elements;
}

/** The value of an attribute as written, in a start tag or what begins with one. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  return found?.[1] ?? found?.[2];
}

/** The start tag with another value of an attribute. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  const known = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u');
  if (known.test(tag)) return tag.replace(known, (_, before: string) => `${before}"${value}"`);
  return tag.replace(/^<[^\s/>]+/u, (start) => `${start} ${name}="${value}"`);
}
