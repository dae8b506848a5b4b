import type { OwnText } from '../model/language.js';
import type { Terminal } from './terminal.js';

export type Progress = {
  readonly update: (progress: { readonly file: string; readonly records: number }) => void;
  readonly end: () => void;
};

/** One line on standard error for work over a second, on a terminal only. */
export function createProgress(terminal: Terminal, wanted: boolean, files: number): Progress {
  if (!wanted || !terminal.interactive) return { update: () => undefined, end: () => undefined };
  const start = Date.now();
  const seen = new Set<string>();
  let last = start;
  let shown = false;
  return {
    update: ({ file, records }) => {
      seen.add(file);
      const now = Date.now();
      if (now - start < 1000 || now - last < 100) return;
      last = now;
      shown = true;
      terminal.note(`\r\u001b[2K${progressText(seen.size, files, records)[terminal.language]}`);
    },
    end: () => {
      if (shown) terminal.note('\r\u001b[2K');
    },
  };
}

function progressText(file: number, files: number, records: number): OwnText {
  const counted = records.toLocaleString('en');
  return {
    en: `file ${file} of ${files}, ${counted} records`,
    'zh-CN': `第 ${file}/${files} 个文件，${counted} 条记录`,
    fr: `fichier ${file} sur ${files}, ${counted} enregistrements`,
  };
}
