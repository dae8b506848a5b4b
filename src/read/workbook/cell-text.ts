/** Entities XML itself knows; others may be numbers. */
const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character data as it is meant: entities, line ends, and the `_x000D_` spreadsheets write for what XML cannot hold. */
export function decoded(text: string): string {
  let plain = text;
  if (plain.includes('\r')) plain = plain.replace(/\r\n?/gu, '\n');
  if (plain.includes('&')) plain = plain.replace(/&(#x[0-9a-f]+|#\d+|\w+);/giu, entity);
  if (plain.includes('_x'))
    plain = plain.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => character(parseInt(code, 16)));
  return plain;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const hex = name.charAt(1) === 'x' || name.charAt(1) === 'X';
  const code = parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}

/** A CR was half of a line end. */
function character(code: number): string {
  return code === 13 ? '' : String.fromCharCode(code);
}

/**
 * Text of a string item (`si`, `is`): its own text or the pieces of its runs one after another, without the reading aids
 * of East Asian names. `prefix` is the namespace prefix with its colon, or nothing.
 */
export function itemText(inner: string, prefix: string): string {
  const plain = inner.includes('rPh') ? withoutReadings(inner, prefix) : inner;
  let text = '';
  const open = `<${prefix}t`;
  for (let at = plain.indexOf(open); at >= 0; at = plain.indexOf(open, at)) {
    const start = plain.indexOf('>', at) + 1;
    const next = plain.charCodeAt(at + open.length);
    if (start === 0) break;
    // `<t/>` and names that only begin with a t.
    if (plain.charCodeAt(start - 2) === 47 || !(next === 62 || next <= 32)) {
      at = start;
      continue;
    }
    const end = plain.indexOf(`</${prefix}t`, start);
    if (end < 0) break;
    text += plain.slice(start, end);
    at = end + 1;
  }
  return decoded(text);
}

function withoutReadings(inner: string, prefix: string): string {
  const open = `<${prefix}rPh`;
  const close = `</${prefix}rPh>`;
  let kept = '';
  let from = 0;
  for (let at = inner.indexOf(open); at >= 0; at = inner.indexOf(open, from)) {
    const end = inner.indexOf(close, at);
    kept += inner.slice(from, at);
    if (end < 0) return kept;
    from = end + close.length;
  }
  return kept + inner.slice(from);
}

/** Character data of a section marked as such, written the plain way. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
