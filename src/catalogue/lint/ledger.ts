import { faultAt, type Lint } from './context.js';

/**
 * The ledger remembers every rule id that was ever published. Baselines, waivers and reports out in the world name them,
 * so an id may be retired but never just vanish. New ids enter with `borderlint catalogue freeze`.
 */
export const ledger: Lint = function* ({ loaded, ruleIds, supporting, isBroken }) {
  for (const source of loaded.files.ledger) {
    for (const [index, id] of source.raw.entries()) {
      if (ruleIds.has(id) || supporting.retired.has(id)) continue;
      const slug = id.slice(0, id.indexOf('/'));
      const folders = ['national', 'sectoral', 'local', 'group', 'customs', 'policy'];
      if (folders.some((folder) => isBroken(folder, slug))) continue;
      yield faultAt(
        source,
        [index],
        'rule-vanished',
        `the published rule '${id}' is gone; bring it back, or list it in retired.yaml`,
      );
    }
  }
};
