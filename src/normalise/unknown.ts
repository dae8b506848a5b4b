import type { Column } from '../model/format.js';
import type { Location } from '../model/location.js';
import { once } from '../model/on-demand.js';
import type { ReadNotice } from '../model/record.js';
import { nearestWord } from '../text/nearest.js';
import { foldHeader } from '../vocabulary/headers.js';
import { namesOf } from './header.js';

/** Names looked up in one file; a file of thousands of strange columns is no file of this format anyway. */
const mostSuggestions = 50;

/** Suggests the name that may be meant by one nobody knows; names the file already has are left out by the caller. */
export function unknownNames(columns: readonly Column[]): (name: string) => { readonly nearest?: string } {
  // Most files have no name nobody knows.
  const candidates = once(() => new Map(columns.flatMap(namesOf).map((name) => [foldHeader(name), name])));
  let asked = 0;
  return (name) => {
    asked += 1;
    const wanted = foldHeader(name);
    // One letter of two or three is no likeness.
    if (asked > mostSuggestions || wanted.length < 4 || wanted.length > 100) return {};
    const folded = candidates();
    const nearest = folded.get(nearestWord(wanted, [...folded.keys()]) ?? '');
    return nearest === undefined ? {} : { nearest };
  };
}

/** Names noted in one file at most: keys of JSON objects may be anything, in any number. */
const mostUnknown = 1000;

export type UnknownCollector = {
  readonly note: (name: string, location: Location) => void;
  readonly notices: () => readonly ReadNotice[];
};

/** Collects names nobody knows that turn up along a file, each said once where it came first. */
export function unknownCollector(file: string, columns: readonly Column[]): UnknownCollector {
  const nearest = unknownNames(columns);
  const found = new Map<string, ReadNotice>();
  return {
    note: (name, location) => {
      if (found.has(name) || found.size >= mostUnknown) return;
      const values = { header: name, ...nearest(name) };
      found.set(name, { id: 'column-unknown', values, location: { ...location, file }, weight: 'note' });
    },
    notices: () => [...found.values()],
  };
}
