import type { Condition } from '../model/condition.js';
import type { Rule } from '../model/standard.js';
import { fieldOperands, ownName } from '../vocabulary/index.js';

/** What a condition looks at, on the object it is asked of (not inside nested values). */
type Uses = {
  /** Named in `properties`, and fields whose mere presence is forbidden. */
  readonly named: Set<string>;
  /** Named only in an `if`. */
  readonly asked: Set<string>;
  /** Operands of cross-field keywords. */
  readonly crossed: Set<string>;
  /** Named in a `required` that the condition insists on. */
  readonly demanded: Set<string>;
};

/**
 * The input of a rule, from its `require` (docs/catalogue-format.md, "Input"). Cross-field keywords decide where
 * there are any: a sum judged with half its parts would be a false alarm.
 */
export function deriveInput(require: Condition, needs?: readonly string[]): Pick<Rule, 'needs' | 'demands'> {
  const uses: Uses = { named: new Set(), asked: new Set(), crossed: new Set(), demanded: new Set() };
  collect(require, uses);
  const demands = [...uses.demanded];
  if (needs !== undefined) return { needs: { fields: needs, mode: 'all' }, demands };
  if (uses.crossed.size > 0) return { needs: { fields: [...uses.crossed], mode: 'all' }, demands };
  const named = uses.named.size > 0 || uses.demanded.size > 0 ? new Set([...uses.named, ...uses.demanded]) : uses.asked;
  return { needs: { fields: [...named], mode: 'any' }, demands };
}

function collect(condition: Condition, uses: Uses): void {
  for (const field of Object.keys(condition.properties ?? {})) uses.named.add(field);
  for (const field of condition.required ?? []) uses.demanded.add(field);
  for (const operand of fieldOperands(condition)) if (!operand.dispensable) uses.crossed.add(ownName(operand));
  const branches = [...(condition.allOf ?? []), ...(condition.anyOf ?? []), condition.then, condition.else];
  for (const branch of branches) if (branch !== undefined) collect(branch, uses);
  if (condition.if !== undefined) for (const field of mentioned(condition.if)) uses.asked.add(field);
  if (condition.not !== undefined) for (const field of mentioned(condition.not)) uses.named.add(field);
}

/** Every field a condition mentions on its own object, however. */
function mentioned(condition: Condition): Set<string> {
  const uses: Uses = { named: new Set(), asked: new Set(), crossed: new Set(), demanded: new Set() };
  collect(condition, uses);
  return new Set([...uses.named, ...uses.asked, ...uses.crossed, ...uses.demanded]);
}
