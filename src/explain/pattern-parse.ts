/** A regular expression taken apart, as far as words can follow it. */
export type Atom = {
  /** The characters one repetition may be, as a class without brackets, or a literal text. */
  readonly kind: 'class' | 'literal' | 'any' | 'group';
  readonly text: string;
  readonly negated: boolean;
  readonly options: readonly Sequence[];
  readonly min: number;
  readonly max: number;
};

export type Sequence = { readonly atStart: boolean; readonly atEnd: boolean; readonly atoms: readonly Atom[] };

/** The alternatives of an expression; undefined where it uses more than we can put into words. */
export function parsePattern(pattern: string): readonly Sequence[] | undefined {
  const state = { text: pattern, at: 0 };
  const options = parseOptions(state);
  return options === undefined || state.at < pattern.length ? undefined : anchorsOut(options);
}

type State = { readonly text: string; at: number };

function parseOptions(state: State): Sequence[] | undefined {
  const options: Sequence[] = [];
  for (;;) {
    const sequence = parseSequence(state);
    if (sequence === undefined) return undefined;
    options.push(sequence);
    if (state.text[state.at] !== '|') return options;
    state.at += 1;
  }
}

function parseSequence(state: State): Sequence | undefined {
  const atoms: Atom[] = [];
  const atStart = take(state, /\^/y) !== undefined;
  for (;;) {
    const next = state.text[state.at];
    if (next === undefined || next === '|' || next === ')') return { atStart, atEnd: false, atoms };
    if (take(state, /\$(?=$|[|)])/y) !== undefined) return { atStart, atEnd: true, atoms };
    const atom = parseAtom(state);
    if (atom === undefined) return undefined;
    const last = atoms.at(-1);
    if (atom.kind === 'literal' && isOnce(atom) && last?.kind === 'literal' && isOnce(last))
      atoms[atoms.length - 1] = { ...last, text: last.text + atom.text };
    else atoms.push(atom);
  }
}

function parseAtom(state: State): Atom | undefined {
  if (take(state, /\((?:\?:)?(?!\?)/y) !== undefined) {
    const options = parseOptions(state);
    if (
      options === undefined ||
      take(state, /\)/y) === undefined ||
      options.some(({ atStart, atEnd }) => atStart || atEnd)
    )
      return undefined;
    return repeated(state, { kind: 'group', text: '', negated: false, options });
  }
  const set = take(state, /\[(\^?)((?:\\.|[^\]\\])+)\]/y);
  if (set !== undefined)
    return repeated(state, { kind: 'class', text: set[2] ?? '', negated: set[1] === '^', options: [] });
  const short = take(state, /\\([dDws])/y)?.[1];
  if (short !== undefined)
    return repeated(state, { kind: 'class', text: `\\${short.toLowerCase()}`, negated: short === 'D', options: [] });
  if (take(state, /\./y) !== undefined) return repeated(state, { kind: 'any', text: '', negated: false, options: [] });
  const literal = take(state, /\\([^a-zA-Z0-9])|([^\\^$.*+?()[\]{}|])/uy);
  return literal === undefined
    ? undefined
    : repeated(state, { kind: 'literal', text: literal[1] ?? literal[2] ?? '', negated: false, options: [] });
}

function repeated(state: State, atom: Omit<Atom, 'min' | 'max'>): Atom {
  const sign = take(state, /[*+?]/y)?.[0];
  if (sign !== undefined) return { ...atom, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
  const braces = take(state, /\{(\d+)(,?)(\d*)\}/y);
  if (braces === undefined) return { ...atom, min: 1, max: 1 };
  const min = Number(braces[1]);
  return { ...atom, min, max: braces[2] === '' ? min : braces[3] === '' ? Infinity : Number(braces[3]) };
}

/** `^(?:a|b)$` is `^a$|^b$`. */
function anchorsOut(options: readonly Sequence[]): readonly Sequence[] {
  return options.flatMap((option) => {
    const [only] = option.atoms;
    if (option.atoms.length !== 1 || only?.kind !== 'group' || !isOnce(only)) return [option];
    return anchorsOut(only.options).map((inner) => ({
      atStart: option.atStart,
      atEnd: option.atEnd,
      atoms: inner.atoms,
    }));
  });
}

export function isOnce({ min, max }: Atom): boolean {
  return min === 1 && max === 1;
}

function take(state: State, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = state.at;
  const found = expression.exec(state.text);
  if (found === null) return undefined;
  state.at += found[0].length;
  return found;
}

const mostTexts = 60;

/** The texts a sequence can be, `[Ww]` taken as W; undefined where there are too many to name. */
export function textsOf({ atoms }: Sequence): readonly string[] | undefined {
  let texts: readonly string[] = [''];
  for (const atom of atoms) {
    const pieces = atomTexts(atom);
    if (pieces === undefined || texts.length * pieces.length > mostTexts) return undefined;
    texts = texts.flatMap((text) => pieces.map((piece) => text + piece));
  }
  return texts;
}

function atomTexts(atom: Atom): readonly string[] | undefined {
  const once =
    atom.kind === 'literal' ? [atom.text] : atom.kind === 'group' ? flatTexts(atom.options) : classTexts(atom);
  if (once === undefined || atom.max > 6) return undefined;
  const [first = ''] = once;
  if (atom.min === atom.max) return atom.min === 1 ? once : once.length === 1 ? [first.repeat(atom.min)] : undefined;
  return atom.max === 1 ? ['', ...once] : undefined;
}

function flatTexts(options: readonly Sequence[]): readonly string[] | undefined {
  const all = options.map(textsOf);
  return all.some((texts) => texts === undefined) ? undefined : all.flatMap((texts) => texts ?? []);
}

function classTexts({ kind, text, negated }: Atom): readonly string[] | undefined {
  if (kind !== 'class' || negated || /^\\|.-./u.test(text)) return undefined;
  const characters = [...text];
  const [a = '', b = ''] = characters;
  if (characters.length === 2 && a !== b && a.toLowerCase() === b.toLowerCase()) return [/\p{Lu}/u.test(a) ? a : b];
  return characters.length <= 8 ? characters : undefined;
}
