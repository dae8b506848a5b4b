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

/** The lines of `severity`, from words of the form `rule=level`. */
export function severityLines(words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const equals = word.lastIndexOf('=');
    return `  ${yamlWord(word.slice(0, equals))}: ${word.slice(equals + 1)}`;
  });
}
