const tag = /<\/?[a-z][a-z0-9]*\b[^<>]*>/iu;
const unseen = /<(script|style)\b[^<>]*>.*?(?:<\/\1\s*>|$)/gisu;
const comments = /<!--.*?(?:-->|$)/gsu;
const breaks = /<(?:br|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|blockquote))\b[^<>]*>/giu;
const tags = /<\/?[a-z][a-z0-9]*\b[^<>]*>/giu;

/**
 * The text a reader of this HTML sees; text without a tag or an entity stays as it is. Tags inside a word leave no gap,
 * tags between blocks a line break. Entities are resolved once: `&amp;lt;` is `&lt;`.
 */
export function textOfHtml(text: string): string {
  const marked = text.includes('<') && (tag.test(text) || text.includes('<!--'));
  const bare = marked
    ? text
        .replaceAll(comments, '')
        .replaceAll(unseen, '')
        .replaceAll(breaks, '\n')
        .replaceAll(tags, '')
        .replaceAll(/[ \t]*\n\s*/gu, '\n')
        .trim()
    : text;
  return bare.includes('&') ? bare.replaceAll(entity, resolved) : bare;
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/giu;

/** The entities of XML and those shops' editors write. */
const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  plusmn: '±',
  times: '×',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  yen: '¥',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
};

function resolved(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // Surrogates and what lies beyond Unicode are no characters.
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0 ? written : String.fromCodePoint(code);
}
