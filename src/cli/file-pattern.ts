/**
 * Whether a path fits a pattern: `*` stands for any characters but a slash, `**` for slashes too, `?` for one character.
 * A pattern without a slash is about the file's name alone, wherever it lies.
 */
export function filePattern(pattern: string): (path: string) => boolean {
  const plain = slashed(pattern);
  const source = plain.replaceAll(/\*\*\/?|\*|\?|[^*?]+/g, (piece) => {
    if (piece.startsWith('**')) return '.*';
    return piece === '*' ? '[^/]*' : piece === '?' ? '[^/]' : escaped(piece);
  });
  const whole = new RegExp(`^${plain.includes('/') ? '' : '(?:.*/)?'}${source}$`, 'su');
  return (path) => whole.test(slashed(path));
}

/** Windows writes paths the other way round; `./a` is `a`. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
