import { formatCount } from '../../../text/report-words.js';
import type { App } from './app.js';
import { button, el } from './elements.js';

/**
 * Shows a long list a page at a time below `place`; `draw` answers the entries from one index to before another.
 * Turning the page keeps the keyboard where it is.
 */
export function paged(
  { say }: App,
  { length, size, label }: { readonly length: number; readonly size: number; readonly label: string },
  draw: (from: number, to: number) => void,
): HTMLElement | undefined {
  draw(0, Math.min(size, length));
  if (length <= size) return undefined;
  let from = 0;
  const range = el('span', { role: 'status' });
  const turn = (step: number) => (): void => {
    const next = from + step * size;
    if (next < 0 || next >= length) return;
    from = next;
    show();
    draw(from, Math.min(from + size, length));
  };
  const previous = button({}, turn(-1), `‹ ${say('previous')}`);
  const next = button({}, turn(1), `${say('next')} ›`);
  const show = (): void => {
    const to = Math.min(from + size, length);
    range.textContent = say('rangeOf', { from: formatCount(from + 1), to: formatCount(to), all: formatCount(length) });
    previous.setAttribute('aria-disabled', String(from === 0));
    next.setAttribute('aria-disabled', String(to === length));
  };
  show();
  return el('nav', { class: 'pager', 'aria-label': label }, previous, range, next);
}
