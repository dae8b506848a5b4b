import type { CommandHelp } from '../command-help.js';

export const completionHelp: CommandHelp = {
  summary: {
    en: 'Print the completion of bash, zsh, fish or powershell.',
    'zh-CN': '输出 bash、zsh、fish 或 powershell 的补全脚本。',
    fr: 'Affiche la complétion de bash, zsh, fish ou powershell.',
  },
  arguments: { shell: { en: 'the shell to complete in', 'zh-CN': '使用补全的 shell', fr: 'le shell à compléter' } },
};
