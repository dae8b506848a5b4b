import type { AcrossRule } from '../../model/standard.js';
import type { Breach } from './breaches.js';
import type { PackedRow, Row, RowMaker } from './rows.js';

/** All rows under one joining value, in the order of their records. */
export type Group = {
  readonly has: (rule: AcrossRule) => boolean;
  readonly rows: (rule: AcrossRule, side: 'here' | 'there') => readonly Row[];
};

export type Judge = (group: Group, fail: (breach: Breach) => void) => void;

/** The groups of a part of the shelf. */
export function* groupsOf(
  part: readonly string[],
  { unpack }: RowMaker,
  parse: (text: string) => PackedRow,
): Iterable<Group> {
  const byKey = new Map<string, PackedRow[]>();
  for (const text of part) {
    const row = parse(text);
    const known = byKey.get(row[0]);
    if (known === undefined) byKey.set(row[0], [row]);
    else known.push(row);
  }
  for (const rows of byKey.values()) yield groupOf(rows.map(unpack));
}

function groupOf(rows: readonly Row[]): Group {
  const sides = { here: new Map<string, Row[]>(), there: new Map<string, Row[]>() };
  for (const row of rows) {
    for (const index of row.roles) {
      const role = row.view.roles[index];
      if (role === undefined) continue;
      const known = sides[role.side].get(role.rule.id);
      if (known === undefined) sides[role.side].set(role.rule.id, [row]);
      else known.push(row);
    }
  }
  return {
    has: ({ id }) => sides.here.has(id),
    rows: ({ id }, side) => sides[side].get(id) ?? [],
  };
}
