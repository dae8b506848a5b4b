import type { OwnText } from '../../../model/language.js';

/** Options that every command has, by their long names. */
export const everyCommand: { readonly [flag: string]: OwnText } = {
  '--lang': {
    en: 'zh-CN, en or fr (default: your locale)',
    'zh-CN': 'zh-CN、en 或 fr（默认：系统语言）',
    fr: 'zh-CN, en ou fr (défaut : la langue du système)',
  },
  '--no-color': { en: 'plain text', 'zh-CN': '不使用颜色', fr: 'texte sans couleurs' },
  '--version': { en: 'show the version', 'zh-CN': '显示版本号', fr: 'affiche la version' },
  '--help': { en: 'show this help', 'zh-CN': '显示帮助', fr: 'affiche cette aide' },
};

export const helpCommandText: OwnText = {
  en: 'show the help of a command',
  'zh-CN': '显示某个命令的帮助',
  fr: 'affiche l’aide d’une commande',
};

/** The headings of a help page, by what the argument parser calls them. */
export const headings: { readonly [heading: string]: OwnText } = {
  'Usage:': { en: 'Usage:', 'zh-CN': '用法：', fr: 'Utilisation :' },
  'Arguments:': { en: 'Arguments:', 'zh-CN': '参数：', fr: 'Arguments :' },
  'Options:': { en: 'Options:', 'zh-CN': '选项：', fr: 'Options :' },
  'Commands:': { en: 'Commands:', 'zh-CN': '命令：', fr: 'Commandes :' },
};

export const choicesText: OwnText = { en: 'one of {words}', 'zh-CN': '可选 {words}', fr: 'au choix {words}' };
export const defaultText: OwnText = { en: 'default: {value}', 'zh-CN': '默认：{value}', fr: 'défaut : {value}' };
