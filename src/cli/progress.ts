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
      const counted = records.toLocaleString('en');
      const text =
        terminal.language === 'zh-CN'
          ? `第 ${seen.size}/${files} 个文件，${counted} 条记录`
          : `file ${seen.size} of ${files}, ${counted} records`;
      terminal.note(`\r\u001b[2K${text}`);
    },
    end: () => {
      if (shown) terminal.note('\r\u001b[2K');
    },
  };
}
