import type { OpenOverflow, Overflow } from '../model/overflow.js';

/** An overflow that is opened when first needed, and closed when the run ends, however it ends. */
export function overflowOnce(open: OpenOverflow): { readonly open: OpenOverflow; readonly close: () => void } {
  let opened: Overflow | undefined;
  return {
    open: () => {
      opened ??= open();
      return opened;
    },
    close: () => {
      opened?.close();
      opened = undefined;
    },
  };
}
