import type { Text } from '../model/language.js';

/** Better wordings for some expressions of the catalogue. None is owed: an expression that nobody words is shown itself. */
export const intricatePatterns: { readonly [pattern: string]: { readonly yes: Text; readonly no: Text } } = {
  '^\\d{6}(?:(?:18|19|20)\\d{2}(?:(?:0[13578]|1[02])(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)(?:0[1-9]|[12]\\d|30)|02(?:0[1-9]|1\\d|2[0-8]))|(?:(?:18|19|20)(?:0[48]|[2468][048]|[13579][26])|2000)0229)\\d{3}[\\dX]$':
    {
      yes: {
        en: 'is 17 digits and a digit or X, with a real date in places 7 to 14',
        'zh-CN': '为 17 位数字加 1 位数字或 X，且第 7 至 14 位是真实日期',
      },
      no: {
        en: 'is not 17 digits and a digit or X with a real date in places 7 to 14',
        'zh-CN': '不是 17 位数字加 1 位数字或 X，或第 7 至 14 位不是真实日期',
      },
    },
  '^\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}': {
    yes: {
      en: 'begins with a date in figures, such as 2026-11-23 or 23/11/2026',
      'zh-CN': '以数字日期开头，例如 2026-11-23 或 23/11/2026',
    },
    no: { en: 'does not begin with a date in figures', 'zh-CN': '不以数字日期开头' },
  },
  '^\\d{4}-\\d{2}-\\d{2}(?:$|[T ])': {
    yes: {
      en: 'begins with a date as yyyy-MM-dd, alone or before a time',
      'zh-CN': '以 yyyy-MM-dd 形式的日期开头，后面可接时间',
    },
    no: { en: 'does not begin with a date as yyyy-MM-dd', 'zh-CN': '不以 yyyy-MM-dd 形式的日期开头' },
  },
  '^\\d{4}-\\d{2}-\\d{2}$': {
    yes: { en: 'has the form yyyy-MM-dd', 'zh-CN': '形如 yyyy-MM-dd' },
    no: { en: 'has not the form yyyy-MM-dd', 'zh-CN': '不是 yyyy-MM-dd 的形式' },
  },
  '^\\d[\\d.,]*(?:[eE]\\+?\\d+)?$': {
    yes: { en: 'is a number, perhaps in scientific notation', 'zh-CN': '为数字（可以是科学计数法）' },
    no: { en: 'is not a number', 'zh-CN': '不是数字' },
  },
  '^\\d(?:[.,]\\d+)?[eE]\\+\\d{1,2}$': {
    yes: { en: 'is in scientific notation, such as 6.90123E+12', 'zh-CN': '为科学计数法，例如 6.90123E+12' },
    no: { en: 'is not in scientific notation, such as 6.90123E+12', 'zh-CN': '不是科学计数法（例如 6.90123E+12）' },
  },
  '^(?:2\\d{12}|0[24]\\d{11}|[24]\\d{11})$': {
    yes: {
      en: 'begins with 20 to 29, 02 or 04 (12 digits: with 2 or 4)',
      'zh-CN': '以 20 至 29、02 或 04 开头（12 位代码：以 2 或 4 开头）',
    },
    no: {
      en: 'does not begin with 20 to 29, 02 or 04 (12 digits: with 2 or 4)',
      'zh-CN': '不以 20 至 29、02 或 04 开头（12 位代码：不以 2 或 4 开头）',
    },
  },
  "^(?:[A-Za-z]{2,3}|[A-Za-z][A-Za-z .()'-]{3,})$": {
    yes: { en: 'is written in letters alone (a code or a name)', 'zh-CN': '只用字母书写（代码或名称）' },
    no: { en: 'is not written in letters alone', 'zh-CN': '不是只用字母书写' },
  },
  '^(?:[ .-]*\\d){6}[\\d .-]*$': {
    yes: {
      en: 'is 6 or more digits, perhaps with points, dashes or spaces between them',
      'zh-CN': '为 6 位以上数字，其间可有点、短横或空格',
    },
    no: { en: 'is not a row of 6 or more digits', 'zh-CN': '不是 6 位以上数字' },
  },
  '(?:^|[^A-Za-z])[A-Ca-c](?:$|[^A-Za-z])|婴幼儿用品': {
    yes: { en: 'has A, B or C standing alone, or “婴幼儿用品”', 'zh-CN': '含单独的 A、B 或 C，或“婴幼儿用品”' },
    no: {
      en: 'has neither A, B or C standing alone nor “婴幼儿用品”',
      'zh-CN': '既无单独的 A、B 或 C，也无“婴幼儿用品”',
    },
  },
  '(?:^|[^A-Za-z])[Aa](?:$|[^A-Za-z])|婴幼儿用品|^(?![\\s\\S]*(?:^|[^A-Za-z])[BCbc](?:$|[^A-Za-z]))': {
    yes: {
      en: 'does not name class B or C alone, without class A or “婴幼儿用品”',
      'zh-CN': '不是只标 B 类或 C 类而无 A 类或“婴幼儿用品”',
    },
    no: {
      en: 'names class B or C without class A or “婴幼儿用品”',
      'zh-CN': '只标 B 类或 C 类，而无 A 类或“婴幼儿用品”',
    },
  },
  '(?:CCC|3C)\\D{0,12}\\d': {
    yes: { en: 'names CCC or 3C with a number after it', 'zh-CN': '写有 CCC 或 3C 及其后的编号' },
    no: { en: 'does not name CCC or 3C with a number after it', 'zh-CN': '没有写 CCC 或 3C 及其后的编号' },
  },
  '(?:^|\\D)20\\d{14}(?:\\D|$)': {
    yes: { en: 'holds a number of 16 digits that begins with 20', 'zh-CN': '含以 20 开头的 16 位编号' },
    no: { en: 'holds no number of 16 digits that begins with 20', 'zh-CN': '不含以 20 开头的 16 位编号' },
  },
  '国食注字\\s*(?:YP|TY)\\s*\\d{8}(?!\\d)': {
    yes: { en: 'holds “国食注字YP” or “国食注字TY” and 8 digits', 'zh-CN': '含“国食注字YP”或“国食注字TY”加 8 位数字' },
    no: {
      en: 'holds neither “国食注字YP” nor “国食注字TY” with 8 digits',
      'zh-CN': '不含“国食注字YP”或“国食注字TY”加 8 位数字',
    },
  },
  '\\d\\s*(?:[x×*]|cm|CM|厘米|"|”|in\\b|inch)': {
    yes: { en: 'gives a size in figures, such as 150x200 or 30 cm', 'zh-CN': '写有尺寸数字，例如 150x200 或 30 cm' },
    no: { en: 'gives no size in figures', 'zh-CN': '没有写尺寸数字' },
  },
  '[^ \\t\\r\\n]': {
    yes: { en: 'is not blank', 'zh-CN': '不为空白' },
    no: { en: 'is blank', 'zh-CN': '为空白' },
  },
  '[\\p{Script=Han}\\d]': {
    yes: { en: 'has Chinese characters or digits', 'zh-CN': '含汉字或数字' },
    no: { en: 'has neither Chinese characters nor digits', 'zh-CN': '既不含汉字也不含数字' },
  },
};
