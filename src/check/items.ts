import type { CheckGroup } from '../model/compiled.js';
import type { SourceRecord } from '../model/record.js';

/** The item of a part a rule was judged on. */
export type ItemPlace = { readonly part: string; readonly index: number };

/** What one call of a group's checks is asked about: a record (no item), or an item of its part; as read and as written. */
type Visit = (one: object, raw: object, item: ItemPlace | undefined) => void;

/** Shows a visitor everything of a record a group's rules are about. */
export function eachItem(
  group: Pick<CheckGroup, 'part'>,
  { fields, raw }: Pick<SourceRecord, 'fields' | 'raw'>,
  selfParts: ReadonlySet<string>,
  visit: Visit,
): void {
  const { part } = group;
  const items = part === null ? undefined : fields[part];
  if (part === null || !Array.isArray(items)) {
    if (part === null || selfParts.has(part)) visit(fields, raw, undefined);
    return;
  }
  const raws = raw[part];
  for (const [index, one] of items.entries()) {
    if (typeof one !== 'object' || one === null) continue;
    const written: unknown = Array.isArray(raws) ? raws[index] : one;
    visit(one, typeof written === 'object' && written !== null ? written : one, { part, index });
  }
}
