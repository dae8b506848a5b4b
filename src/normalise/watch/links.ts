import { trimCell } from '../cells.js';
import { listOf } from '../targets.js';
import type { EyeMaker } from './index.js';

const ofPictures: ReadonlySet<string> = new Set(['images', 'variantImage']);
const longestShown = 80;

/** A picture nobody else can fetch: a file's name, a path, the picture itself, several addresses in one. */
export const localLinks: EyeMaker = ({ field, read, local }) =>
  ofPictures.has(field) && !local
    ? (cell) => {
        const link = listOf(read(trimCell(cell))).find((one) => typeof one === 'string' && !isAddress(one));
        if (typeof link !== 'string') return undefined;
        const shown = link.length > longestShown ? `${link.slice(0, longestShown)}…` : link;
        return { id: 'link-local', values: { shown }, weight: 'note' };
      }
    : undefined;

function isAddress(link: string): boolean {
  return /^(?:https?:)?\/\/[^\s/]+\S*$/iu.test(link);
}
