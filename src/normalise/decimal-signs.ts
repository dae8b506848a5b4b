import type { Opened } from '../model/reading.js';
import { trimCell } from './cells.js';
import { type DecimalSign, plainFigure, signShown } from './figures.js';
import type { CellTarget } from './table-plan.js';

/**
 * Number columns read plainly: `1.234,56` as `1234.56`. What a number's own form leaves open (1,234) its column decides by
 * the first rows of the table, else its sister columns do; where those show nothing, or both, it stays as written.
 *
 * @param asked the sign the user says; it decides what forms leave open
 */
export function readingFigures(
  targets: readonly CellTarget[],
  { signature: { rows = [], headers = [], headerRow = headers[0]?.place.line ?? 1 } }: Pick<Opened, 'signature'>,
  asked: DecimalSign | undefined,
): readonly CellTarget[] {
  const columns = new Set(targets.flatMap(({ number, index }) => (number ? [index] : [])));
  if (columns.size === 0) return targets;
  const samples = rows.filter(({ row }) => row > headerRow);
  const shownIn = (index: number): ReadonlySet<DecimalSign> =>
    new Set(
      samples.flatMap(({ cells }) => {
        const shown = signShown(trimCell(cells[index] ?? ''));
        return shown === 'comma' || shown === 'point' ? [shown] : [];
      }),
    );
  const own = new Map([...columns].map((index) => [index, shownIn(index)]));
  const all = onlyOne(new Set([...own.values()].flatMap((shown) => [...shown])));
  return targets.map((target) => {
    if (!target.number) return target;
    const shown = own.get(target.index);
    const sign = asked ?? (shown === undefined || shown.size === 0 ? all : onlyOne(shown));
    return withFigures(target, sign);
  });
}

function onlyOne(signs: ReadonlySet<DecimalSign>): DecimalSign | undefined {
  const [first] = signs;
  return signs.size === 1 ? first : undefined;
}

function withFigures(target: CellTarget, sign: DecimalSign | undefined): CellTarget {
  const plain = (text: string): string => plainFigure(text, target.type === 'integer' ? thousands(text) : sign);
  const { currency } = target;
  return {
    ...target,
    sign,
    read: (text) => target.read(plain(text)),
    currency: currency === undefined ? undefined : { ...currency, of: (text) => currency.of(plain(text)) },
  };
}

/** In a whole number either sign sets thousands off. */
function thousands(text: string): DecimalSign {
  return text.includes(',') ? 'point' : 'comma';
}
