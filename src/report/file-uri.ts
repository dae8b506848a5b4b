/** A path as platforms have it in their repositories: slashes, and no `./` before it. */
export function repositoryPath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

/**
 * A path as a URI reference: relative paths stay relative, so that a platform finds them in its repository; Windows
 * separators become slashes; what no URI may hold is percent-encoded, a lone surrogate as U+FFFD.
 */
export function fileUri(path: string): string {
  const slashed = repositoryPath(path);
  const encoded = slashed
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((step) => encodeURIComponent(step))
    .join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed.slice(0, 2)}${encoded.slice(4)}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded;
}
