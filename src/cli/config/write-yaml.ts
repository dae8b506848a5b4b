/** A word as YAML writes it: quoted where it would be read as something else. */
export function yamlWord(word: string): string {
  const plain = /^[\p{L}\p{N}_./][\p{L}\p{N}_./ =-]*$/u.test(word) && !word.endsWith(' ');
  const another =
    /^(?:[-+.\d][\d._eExXoO+-]*|true|false|null|yes|no|on|off|~)$/i.test(word) && !/^[1-9]\d*$/.test(word);
  return plain && !another ? word : JSON.stringify(word);
}

export function yamlList(words: readonly string[]): string {
  return `[${words.map(yamlWord).join(', ')}]`;
}

/**
 * A setting of two words a line, `severity` or `map`, from words of the form `rule=level`; on one line where its only word
 * is no such pair.
 */
export function pairLines(key: string, words: readonly string[]): readonly string[] {
  const [only = ''] = words;
  if (words.length === 1 && !only.includes('=')) return [`${key}: ${yamlWord(only)}`];
  const lines = words.map((word) => {
    const equals = word.lastIndexOf('=');
    // A mapping without a pattern is for every file.
    return `  ${yamlWord(equals < 0 ? '*' : word.slice(0, equals))}: ${yamlWord(word.slice(equals + 1))}`;
  });
  return [`${key}:`, ...lines];
}
