import type { Language, Text } from '../model/language.js';
import { expectation, renderExpectation } from '../text/expectations.js';
import { inLanguage } from '../text/language.js';
import { intricatePatterns } from './intricate-patterns.js';
import { type Atom, isOnce, parsePattern, type Sequence, textsOf } from './pattern-parse.js';
import { anyOf, type Predicate, predicate, quoted } from './phrases.js';

const longestShown = 60;

/** A regular expression in words; the expression itself where words cannot follow it. */
export function patternWords(pattern: string, language: Language): Predicate {
  const known = Object.hasOwn(intricatePatterns, pattern) ? intricatePatterns[pattern] : undefined;
  if (known !== undefined) return { yes: inLanguage(known.yes, language), no: inLanguage(known.no, language) };
  const number = wholeNumber(pattern, language);
  if (number !== undefined) return number;
  const options = parsePattern(pattern);
  const words = options === undefined ? undefined : (someText(options, language) ?? wholeShape(options, language));
  return words ?? asWritten(pattern, language);
}

const space = '[ \\t\\r\\n]*';

/** The whole numbers of element tables: `N4`, `int`, with white space around them or without. */
function wholeNumber(pattern: string, language: Language): Predicate | undefined {
  const found = /^\^(?:0-9|\[\+-\]\?)(?:\[0-9\]\+|0\*\[0-9\]\{1,(\d+)\})\$$/.exec(pattern.replaceAll(space, ''));
  if (found === null) return undefined;
  const total = found[1] ?? '';
  const shown =
    total === ''
      ? inLanguage({ en: 'a whole number', 'zh-CN': '整数' }, language)
      : renderExpectation(expectation('decimal', { total, fraction: '0' }), language);
  return language === 'zh-CN'
    ? { yes: `为${shown}`, no: `不是${shown}` }
    : { yes: `is ${shown}`, no: `is not ${shown}` };
}

/** What words cannot follow is shown, not left out. In quotation marks, inside of which nothing is respaced. */
function asWritten(pattern: string, language: Language): Predicate {
  const characters = [...pattern];
  const shown = characters.length <= longestShown ? pattern : `${characters.slice(0, longestShown - 1).join('')}…`;
  return predicate(language, {
    en: [`matches the pattern “${shown}”`, `does not match the pattern “${shown}”`],
    zh: [`符合正则表达式“${shown}”`, `不符合正则表达式“${shown}”`],
  });
}

/** Texts to begin with, to end in or to hold: every alternative anchored alike and short enough to be named. */
function someText(options: readonly Sequence[], language: Language): Predicate | undefined {
  const [first] = options;
  if (first === undefined || (first.atStart && first.atEnd)) return undefined;
  if (options.some(({ atStart, atEnd }) => atStart !== first.atStart || atEnd !== first.atEnd)) return undefined;
  const texts = options.map(textsOf);
  const found = [...new Set(texts.flatMap((some) => some ?? []))];
  if (texts.some((some) => some === undefined)) return heldClass(options, language);
  const names = anyOf(
    found.map((text) => quoted(text, language)),
    language,
  );
  if (language === 'zh-CN') {
    const verb = first.atStart
      ? (some: string) => `以${some}开头`
      : first.atEnd
        ? (some: string) => `以${some}结尾`
        : (some: string) => `含${some}`;
    return { yes: verb(names), no: `不${verb(names)}` };
  }
  const [does, doesNot] = first.atStart
    ? ['begins with', 'does not begin with']
    : first.atEnd
      ? ['ends in', 'does not end in']
      : ['contains', 'does not contain'];
  return { yes: `${does} ${names}`, no: `${doesNot} ${names}` };
}

function heldClass([only, ...more]: readonly Sequence[], language: Language): Predicate | undefined {
  const [atom] = only?.atoms ?? [];
  if (
    only === undefined ||
    atom === undefined ||
    more.length > 0 ||
    only.atoms.length > 1 ||
    only.atStart ||
    only.atEnd ||
    !isOnce(atom)
  )
    return undefined;
  const name = classNames[atom.text];
  if (name === undefined || atom.negated) return undefined;
  const shown = inLanguage(name, language);
  return language === 'zh-CN'
    ? { yes: `含${shown}`, no: `不含${shown}` }
    : { yes: `has ${shown}`, no: `has no ${shown}` };
}

/** Expressions over the whole text: “12 to 14 digits”, “8 digits, then I or E, then 9 to 11 digits”. */
function wholeShape(options: readonly Sequence[], language: Language): Predicate | undefined {
  if (options.some(({ atStart, atEnd, atoms }) => !atStart || !atEnd || atoms.length === 0 || atoms.length > 5))
    return undefined;
  const [only] = options;
  if (only !== undefined && options.length === 1 && only.atoms.length === 1) {
    const special = wholeOfOneKind(only.atoms[0], language);
    if (special !== undefined) return special;
  }
  const shapes = options.map((option) => sequenceShape(option, language));
  const named = shapes.flatMap((shape) => shape ?? []);
  if (named.length < shapes.length) return undefined;
  // “10 digits or letters or 18 digits” could be read two ways.
  const unclear = named.length > 1 && named.some((one) => /,| or |，|或/.test(one));
  if (language === 'zh-CN') {
    const shape = unclear ? named.join('，或') : anyOf(named, language);
    return { yes: `为${shape}`, no: `不是${shape}` };
  }
  const shape = unclear ? `either ${named.join(', or ')}` : anyOf(named, language);
  return { yes: `is ${shape}`, no: `is not ${shape}` };
}

/** `^0+$`, `^\d*$`, `^[^a-z]*$`: one kind of character throughout, or none of it. */
function wholeOfOneKind(atom: Atom | undefined, language: Language): Predicate | undefined {
  if (atom === undefined || atom.max !== Infinity || atom.min > 1) return undefined;
  const zh = language === 'zh-CN';
  if (atom.kind === 'literal') {
    const shown = quoted(atom.text, language);
    return zh ? { yes: `全为${shown}`, no: `不全为${shown}` } : { yes: `is all ${shown}`, no: `is not all ${shown}` };
  }
  const name = classNames[atom.text];
  if (name === undefined) return undefined;
  const shown = inLanguage(name, language);
  const only = zh
    ? { yes: `只含${shown}`, no: `含${shown}以外的字符` }
    : { yes: `has only ${shown}`, no: `has other characters than ${shown}` };
  const none = zh ? { yes: `不含${shown}`, no: `含${shown}` } : { yes: `has no ${shown}`, no: `has ${shown}` };
  return atom.negated ? none : only;
}

function sequenceShape({ atoms }: Sequence, language: Language): string | undefined {
  const shapes = atoms.map((atom) => atomShape(atom, language));
  const named = shapes.flatMap((shape) => shape ?? []);
  if (named.length < shapes.length) return undefined;
  return named.join(language === 'zh-CN' ? '，后接 ' : ', then ');
}

function atomShape(atom: Atom, language: Language): string | undefined {
  if (
    atom.kind === 'literal' ||
    (atom.kind !== 'any' && isOnce(atom) && textsOf({ atStart: false, atEnd: false, atoms: [atom] }) !== undefined)
  ) {
    const texts = textsOf({ atStart: false, atEnd: false, atoms: [atom] });
    return texts === undefined
      ? undefined
      : anyOf(
          texts.map((text) => quoted(text, language)),
          language,
        );
  }
  const name =
    atom.kind === 'any' ? anything : atom.negated ? undefined : (classNames[atom.text] ?? someLetters(atom.text));
  return name === undefined ? undefined : counted(atom, inLanguage(name, language), language);
}

function counted({ min, max }: Atom, name: string, language: Language): string {
  const [to, or] = language === 'zh-CN' ? ['至', '或'] : ['to', 'or'];
  const count = min === max ? `${min}` : max === Infinity ? '' : `${min} ${max === min + 1 ? or : to} ${max}`;
  if (language === 'zh-CN')
    return count === '' ? (min === 0 ? `任意个${name}` : `${min} 个以上${name}`) : `${count} 个${name}`;
  if (count === '') return min === 0 ? `any number of ${name}` : `${min} or more ${name}`;
  return `${count} ${max === 1 ? name.replace(/\b(digit|letter|character)s\b/g, '$1') : name}`;
}

const anything: Text = { en: 'characters', 'zh-CN': '字符' };

const classNames: { readonly [set: string]: Text } = {
  '\\d': { en: 'digits', 'zh-CN': '数字' },
  '0-9': { en: 'digits', 'zh-CN': '数字' },
  'A-Z': { en: 'capital letters', 'zh-CN': '大写字母' },
  'a-z': { en: 'small letters', 'zh-CN': '小写字母' },
  'A-Za-z': { en: 'letters', 'zh-CN': '字母' },
  '0-9A-Z': { en: 'digits or capital letters', 'zh-CN': '数字或大写字母' },
  '0-9A-Za-z': { en: 'digits or letters', 'zh-CN': '数字或字母' },
  ' -~': { en: 'half-width letters, digits and signs', 'zh-CN': '半角字母、数字和符号' },
  '\\dX': { en: 'digits or X', 'zh-CN': '数字或 X' },
  '\\dXx': { en: 'digits or X', 'zh-CN': '数字或 X' },
};

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Digits and most capital letters: the ones left out are fewer, so they are named. */
function someLetters(set: string): Text | undefined {
  const body = /^0-9([A-Z-]+)$/.exec(set)?.[1];
  if (body === undefined) return undefined;
  const expression = new RegExp(`[${body}]`);
  const missing = [...capitals].filter((letter) => !expression.test(letter));
  if (missing.length === 0 || missing.length > 8) return undefined;
  return {
    en: `digits or capital letters (not ${missing.join(', ')})`,
    'zh-CN': `数字或大写字母（${missing.join('、')} 除外）`,
  };
}
