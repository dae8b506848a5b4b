import type { Language, OwnText } from '../model/language.js';

/** What the parsers of XML and JSON object to, in their words, and in ours; `{}` is the name they quote. */
const objections: readonly (readonly [pattern: RegExp, words: OwnText])[] = [
  [
    /^unclosed tag: (.+)$/,
    {
      en: 'it ends while <{}> is still open',
      'zh-CN': '文件结束时 <{}> 尚未闭合',
      fr: 'il finit alors que <{}> est encore ouvert',
    },
  ],
  [/^undefined entity (.+)$/, { en: 'undefined entity {}', 'zh-CN': '未定义的实体 {}', fr: 'entité {} non définie' }],
  [
    /^& is not written as &amp;$/,
    { en: '& is not written as &amp;', 'zh-CN': '& 未写作 &amp;', fr: '& n’est pas écrit &amp;' },
  ],
  [
    /^document must contain a root element$/,
    { en: 'it has no root element', 'zh-CN': '没有根元素', fr: 'il n’a pas d’élément racine' },
  ],
  [
    /^documents may contain only one root$/,
    { en: 'it has a second root element', 'zh-CN': '有第二个根元素', fr: 'il a un second élément racine' },
  ],
  [
    /^text data outside of root node$/,
    { en: 'text outside the root element', 'zh-CN': '根元素之外有文字', fr: 'du texte hors de l’élément racine' },
  ],
  [/^disallowed character/, { en: 'disallowed character', 'zh-CN': '不允许的字符', fr: 'caractère interdit' }],
  [
    /^unmatched closing tag: (.+)$/,
    { en: 'nothing is open that </{}> closes', 'zh-CN': '</{}> 没有对应的开始标签', fr: '</{}> ne ferme rien' },
  ],
  [
    /^unexpected close tag$/,
    { en: 'unexpected close tag', 'zh-CN': '结束标签不匹配', fr: 'balise fermante inattendue' },
  ],
  [/^unexpected end$/, { en: 'it is cut off', 'zh-CN': '内容不完整', fr: 'il est coupé' }],
  [
    /^duplicate attribute: (.+)$/,
    { en: 'duplicate attribute: {}', 'zh-CN': '属性 {} 重复', fr: 'attribut {} en double' },
  ],
  [
    /^unbound namespace prefix: "(.+)"$/,
    { en: 'the prefix {} is not declared', 'zh-CN': '前缀 {} 未声明', fr: 'le préfixe {} n’est pas déclaré' },
  ],
  [/^attribute without value$/, { en: 'attribute without value', 'zh-CN': '属性没有值', fr: 'attribut sans valeur' }],
  [
    /^unquoted attribute value$/,
    {
      en: 'attribute value without quotation marks',
      'zh-CN': '属性值未加引号',
      fr: 'valeur d’attribut sans guillemets',
    },
  ],
  [
    /^no whitespace between attributes$/,
    { en: 'no white space between attributes', 'zh-CN': '属性之间缺少空格', fr: 'pas d’espace entre les attributs' },
  ],
  [/^malformed name: (.+)$/, { en: 'malformed name: {}', 'zh-CN': '名称 {} 不合规则', fr: 'nom mal formé : {}' }],
  [/^malformed comment$/, { en: 'malformed comment', 'zh-CN': '注释不合规则', fr: 'commentaire mal formé' }],
  [
    /XML declaration|^version number/,
    {
      en: 'the XML declaration is wrong or misplaced',
      'zh-CN': 'XML 声明有误或位置不对',
      fr: 'la déclaration XML est fausse ou mal placée',
    },
  ],
  [/^cut off$/, { en: 'cut off', 'zh-CN': '内容不完整', fr: 'coupé' }],
  [/^comma expected$/, { en: 'comma expected', 'zh-CN': '此处应为逗号', fr: 'virgule attendue' }],
  [/^colon expected$/, { en: 'colon expected', 'zh-CN': '此处应为冒号', fr: 'deux-points attendus' }],
  [/^value expected$/, { en: 'value expected', 'zh-CN': '此处应为值', fr: 'valeur attendue' }],
  [
    /^property name expected$/,
    { en: 'property name expected', 'zh-CN': '此处应为属性名', fr: 'nom de propriété attendu' },
  ],
  [/^close brace expected$/, { en: 'close brace expected', 'zh-CN': '此处应为 }', fr: '} attendu' }],
  [/^close bracket expected$/, { en: 'close bracket expected', 'zh-CN': '此处应为 ]', fr: '] attendu' }],
  [
    /^end of file expected$/,
    { en: 'end of file expected', 'zh-CN': '此后不应再有内容', fr: 'fin de fichier attendue' },
  ],
  [/^invalid symbol$/, { en: 'invalid symbol', 'zh-CN': '无效的符号', fr: 'symbole non valable' }],
  [/^invalid number format$/, { en: 'invalid number format', 'zh-CN': '数字格式无效', fr: 'nombre mal écrit' }],
  [
    /^unexpected end of string$/,
    { en: 'unexpected end of string', 'zh-CN': '字符串没有结束引号', fr: 'chaîne sans guillemet final' },
  ],
  [
    /^invalid escape character$/,
    { en: 'invalid escape character', 'zh-CN': '无效的转义字符', fr: 'échappement non valable' },
  ],
  [
    /^invalid unicode$/,
    { en: 'invalid unicode escape', 'zh-CN': '无效的 Unicode 转义', fr: 'échappement Unicode non valable' },
  ],
  [/^invalid character$/, { en: 'invalid character', 'zh-CN': '无效的字符', fr: 'caractère non valable' }],
];

/** A parser's objection in the reader's language; one we do not know stays as it is. */
export function syntaxWords(detail: string, language: Language): string {
  for (const [pattern, words] of objections) {
    const found = pattern.exec(detail);
    if (found !== null) return words[language].replace('{}', () => found[1] ?? '');
  }
  return detail;
}
