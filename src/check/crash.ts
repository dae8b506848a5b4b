import type { OwnText } from '../model/language.js';

/** What to say of a rule that broke down: the user can do nothing about it but tell us. */
export function crashText(rule: string, error: unknown): OwnText {
  const what = error instanceof Error ? error.message : String(error);
  return {
    en: `${rule} broke down (${what}). This is a fault of borderlint, please report it.`,
    'zh-CN': `${rule} 运行出错（${what}）。这是 borderlint 的缺陷，请反馈。`,
    fr: `${rule} est tombée en panne (${what}). C’est un défaut de borderlint, merci de le signaler.`,
  };
}
