import type { CatalogueFault } from '../../model/catalogue.js';
import type { LinkedStandard } from '../linked.js';
import type { RawApplies } from '../raw.js';
import type { YamlPath } from '../yaml.js';
import { faultAt, type Lint, type LintContext } from './context.js';

/** A standard with rules says which documents it is about; a rule may narrow that, never widen it. */
export const applicability: Lint = function* (context) {
  for (const linked of context.standards) {
    yield* withoutDocuments(linked);
    const { applies, rules = [], across = [], elements = [] } = linked.source.raw;
    for (const [name, list] of [
      ['rules', rules],
      ['across', across],
    ] as const) {
      for (const [index, rule] of list.entries()) {
        if ('applies' in rule && rule.applies !== undefined)
          yield* widened(context, linked, applies ?? {}, rule.applies, [name, index, 'applies']);
      }
    }
    for (const [index, { document, formats }] of elements.entries()) {
      if (formats !== undefined) yield* widened(context, linked, applies ?? {}, { formats }, ['elements', index]);
      if (applies?.documents?.includes(document) !== false) continue;
      yield faultAt(
        linked.source,
        ['elements', index, 'document'],
        'applies-widens',
        `the standard does not apply to '${document}'`,
      );
    }
  }
};

function* withoutDocuments({ source, rules, across }: LinkedStandard): Generator<CatalogueFault> {
  for (const { value, path } of [...rules, ...across]) {
    if (value.applies.documents.length > 0) continue;
    yield faultAt(source, path, 'applies-missing', "name the documents in the standard's 'applies', or in the rule's");
  }
}

function* widened(
  context: LintContext,
  { source }: LinkedStandard,
  whole: RawApplies,
  own: RawApplies,
  path: YamlPath,
): Generator<CatalogueFault> {
  const fault = (key: string, what: string): CatalogueFault =>
    faultAt(
      source,
      [...path, key],
      'applies-widens',
      `a rule may only narrow its standard's applicability, and the standard leaves out ${what}`,
    );
  for (const key of ['documents', 'formats'] as const) {
    const more = outside(own[key], whole[key]);
    if (more !== undefined) yield fault(key, `'${more}'`);
  }
  const modes = outside(own.modes?.map(String), whole.modes?.map(String));
  if (modes !== undefined) yield fault('modes', `mode ${modes}`);
  if (own.direction !== undefined && whole.direction !== undefined && own.direction !== whole.direction)
    yield fault('direction', own.direction);
  const allowed = whole.categories;
  const strange =
    allowed === undefined
      ? undefined
      : own.categories?.find((id) => !ancestors(context, id).some((one) => allowed.includes(one)));
  if (strange !== undefined) yield fault('categories', `'${strange}'`);
}

function outside(own: readonly string[] | undefined, whole: readonly string[] | undefined): string | undefined {
  return whole === undefined ? undefined : own?.find((item) => !whole.includes(item));
}

/** A category, its parent, and so on up; a circle is walked once. */
function ancestors({ supporting }: LintContext, id: string): string[] {
  const found: string[] = [];
  for (
    let at: string | undefined = id;
    at !== undefined && !found.includes(at);
    at = supporting.categories.get(at)?.parent
  )
    found.push(at);
  return found;
}
