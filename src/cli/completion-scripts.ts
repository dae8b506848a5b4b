/** What may follow a command: words, and options with the values they take. `path` is empty for the program itself. */
export type Completed = {
  readonly path: string;
  readonly description: string;
  readonly words: readonly string[];
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    readonly takesValue: boolean;
    readonly choices: readonly string[];
  }[];
};

/** The script of each shell; a file name is offered wherever nothing else is known. */
export const completionScripts: { readonly [shell: string]: (completed: readonly Completed[]) => string } = {
  bash: bashScript,
  zsh: (completed) => `#compdef borderlint\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(completed)}`,
  fish: fishScript,
  powershell: powershellScript,
};

/** Every value of every option, by command and flag. */
function valueCases(completed: readonly Completed[]): readonly string[] {
  return completed.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(
        ({ flag, choices }) =>
          `    '${path}:${flag}') words='${choices.join(' ')}'; files=${choices.length === 0 ? 1 : 0} ;;`,
      ),
  );
}

function bashScript(completed: readonly Completed[]): string {
  const paths = completed.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `# borderlint: completion, made by \`borderlint completion\`
_borderlint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' word words='' files=1
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
      ${paths.join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path:$previous" in
${valueCases(completed).join('\n')}
    *) case "$path" in
${completed.map(bashWords).join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ "$files" = 1 ]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _borderlint borderlint
`;
}

function bashWords({ path, words, options }: Completed): string {
  const all = [...words, ...options.map(({ flag }) => flag), '--help'].join(' ');
  return `      '${path}') words='${all}'; files=${words.length === 0 ? 1 : 0} ;;`;
}

function fishScript(completed: readonly Completed[]): string {
  const lines = completed.flatMap(({ path, words, options }) => {
    const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
    const condition = path === '' ? '__fish_use_subcommand' : seen.join('; and ');
    const start = `complete -c borderlint -n '${condition}'`;
    const described = new Map(completed.map((one) => [one.path, one.description]));
    return [
      ...words.map((word) => {
        const about = described.get(path === '' ? word : `${path} ${word}`) ?? '';
        return `${start} -f -a '${word}'${about === '' ? '' : ` -d ${quoted(about)}`}`;
      }),
      ...options.map(({ flag, description, takesValue, choices }) => {
        const value = takesValue ? (choices.length === 0 ? ' -r' : ` -x -a '${choices.join(' ')}'`) : '';
        const name = flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`;
        return `${start} ${name}${value} -d ${quoted(description)}`;
      }),
    ];
  });
  return `# borderlint: completion, made by \`borderlint completion\`\n${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function powershellScript(completed: readonly Completed[]): string {
  const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word}'`).join(', ')})`;
  const words = completed.map(
    ({ path, words, options }) => `    '${path}' = ${list([...words, ...options.map(({ flag }) => flag), '--help'])}`,
  );
  const values = completed.flatMap(({ path, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ flag, choices }) => `    '${path}:${flag}' = ${list(choices)}`),
  );
  return `# borderlint: completion, made by \`borderlint completion\`
Register-ArgumentCompleter -Native -CommandName borderlint -ScriptBlock {
  param($current, $line, $position)
  $words = @{
${words.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $path = ''
  $previous = ''
  foreach ($element in $line.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $position -and $current -ne '') { break }
    $previous = "$element"
    $longer = "$path $element".Trim()
    if ($words.ContainsKey($longer)) { $path = $longer }
  }
  $offered = if ($values.ContainsKey("\${path}:$previous")) { $values["\${path}:$previous"] } else { $words[$path] }
  $offered | Where-Object { $_ -like "$current*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
