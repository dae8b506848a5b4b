import type { Language, OwnText } from '../../model/language.js';

/** `--out <folder>`, `[paths...]`, `<name[=file]>` with the names of the values in this language. */
export function localTerm(term: string, language: Language): string {
  return term.replaceAll(/(?<=[<[=|\]])[a-z]+/g, (name) => valueNames[name]?.[language] ?? name);
}

/** What the values of options and arguments are called in usage lines. */
export const valueNames: { readonly [name: string]: OwnText } = {
  category: { en: 'category', 'zh-CN': '类别', fr: 'catégorie' },
  code: { en: 'code', 'zh-CN': '代码', fr: 'code' },
  command: { en: 'command', 'zh-CN': '命令', fr: 'commande' },
  day: { en: 'day', 'zh-CN': '日期', fr: 'jour' },
  direction: { en: 'direction', 'zh-CN': '方向', fr: 'sens' },
  edition: { en: 'edition', 'zh-CN': '版本', fr: 'édition' },
  file: { en: 'file', 'zh-CN': '文件', fr: 'fichier' },
  folder: { en: 'folder', 'zh-CN': '文件夹', fr: 'dossier' },
  id: { en: 'id', 'zh-CN': '编号', fr: 'id' },
  kind: { en: 'kind', 'zh-CN': '类型', fr: 'type' },
  language: { en: 'language', 'zh-CN': '语言', fr: 'langue' },
  level: { en: 'level', 'zh-CN': '层级', fr: 'niveau' },
  n: { en: 'n', 'zh-CN': '数量', fr: 'n' },
  name: { en: 'name', 'zh-CN': '名称', fr: 'nom' },
  number: { en: 'number', 'zh-CN': '标准号', fr: 'numéro' },
  options: { en: 'options', 'zh-CN': '选项', fr: 'options' },
  paths: { en: 'paths', 'zh-CN': '路径', fr: 'chemins' },
  pattern: { en: 'pattern', 'zh-CN': '模式', fr: 'motif' },
  position: { en: 'position', 'zh-CN': '序号', fr: 'rang' },
  revision: { en: 'revision', 'zh-CN': '修订版', fr: 'révision' },
  rule: { en: 'rule', 'zh-CN': '规则', fr: 'règle' },
  how: { en: 'how', 'zh-CN': '方式', fr: 'comment' },
  severity: { en: 'severity', 'zh-CN': '级别', fr: 'gravité' },
  shell: { en: 'shell', 'zh-CN': 'shell', fr: 'shell' },
  sign: { en: 'sign', 'zh-CN': '符号', fr: 'signe' },
  status: { en: 'status', 'zh-CN': '状态', fr: 'statut' },
  text: { en: 'text', 'zh-CN': '文字', fr: 'texte' },
  theme: { en: 'theme', 'zh-CN': '主题', fr: 'thème' },
  word: { en: 'word', 'zh-CN': '词', fr: 'mot' },
  what: { en: 'what', 'zh-CN': '内容', fr: 'quoi' },
};
