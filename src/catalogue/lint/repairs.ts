import { repairIds } from '../../model/repair.js';
import { didYouMean } from '../nearest.js';
import { faultAt, type Lint } from './context.js';

/** A rule names only repairs that exist. */
export const repairs: Lint = function* ({ loaded }) {
  const known: ReadonlySet<string> = new Set(repairIds);
  for (const source of loaded.files.standard) {
    for (const [index, rule] of (source.raw.rules ?? []).entries()) {
      if (!('fix' in rule) || rule.fix === undefined) continue;
      for (const name of typeof rule.fix === 'string' ? [rule.fix] : rule.fix) {
        if (known.has(name)) continue;
        const message = `there is no repair '${name}'${didYouMean(name, repairIds)}`;
        yield faultAt(source, ['rules', index, 'fix'], 'unknown-repair', message);
      }
    }
  }
};
