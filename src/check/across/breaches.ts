import type { Finding, FindingSink } from '../../model/finding.js';

/** A breach of an across rule: its finding is made only if it is stored. */
export type Breach = { readonly order: number; readonly finding: () => Finding };

/**
 * The breaches of one rule that come first in the run, as many as the sink has room for, and how many more there were.
 * Records are held against each other in the order of their keys; a report shows those that come first in the files.
 */
export type Breaches = {
  readonly add: (breach: Breach) => void;
  readonly hand: () => void;
};

export function createBreaches(rule: string, sink: FindingSink): Breaches {
  const room = sink.room(rule);
  const kept: Breach[] = [];
  let dropped = 0;
  const trim = (): void => {
    kept.sort((a, b) => a.order - b.order);
    const beyond = kept.splice(room);
    dropped += beyond.length;
    if (sink.watch !== undefined) for (const { finding } of beyond) sink.watch.found(finding());
  };
  return {
    add: (breach) => {
      kept.push(breach);
      if (kept.length > 2 * room + 64) trim();
    },
    hand: () => {
      trim();
      for (const { finding } of kept) {
        if (sink.wants(rule)) sink.add(finding());
        else sink.watch?.found(finding());
      }
      for (let left = dropped; left > 0; left--) sink.wants(rule);
    },
  };
}
