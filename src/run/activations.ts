import type { RecordActivation } from '../check/index.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Plan, PlanReason } from '../model/plan.js';
import type { Fields } from '../model/record.js';
import type { Direction, SupervisionMode } from '../model/standard.js';
import { categoryFinder } from '../normalise/index.js';
import { activate, governor, newestEdition, type RecordContext } from '../plan/index.js';

export type Activations = {
  readonly of: RecordActivation;
  /** Why rules of a standard were off for some record of the run; `in-force` where a standard that cites concerned one. */
  readonly reasons: () => ReadonlyMap<string, ReadonlySet<PlanReason>>;
};

/**
 * Which rules concern a record, worked out once per distinct context. Direction, mode and category come from the request
 * first, then from the format, then from the record itself; nothing is guessed.
 */
export function createActivations(catalogue: Catalogue, plan: Plan): Activations {
  const findCategories = categoryFinder(catalogue.categories);
  const directions = new Map(catalogue.formats.map((format) => [format.id, format.direction]));
  const ancestors = new Map(catalogue.categories.map((category) => [category.id, category.parent]));
  const requested = plan.request.categories.flatMap((id) => chain(id, ancestors));
  // Of goods asked to be food, what they say themselves counts as far as it is a kind of food.
  const categoriesOf = (fields: Fields): readonly string[] => {
    const found = findCategories(fields);
    if (requested.length === 0) return found;
    const kinds = found.filter((id) => chain(id, ancestors).some((one) => plan.request.categories.includes(one)));
    return [...new Set([...requested, ...kinds])].sort();
  };
  const edition = plan.request.edition ?? newestEdition;
  const cache = new Map<string, ReturnType<RecordActivation>>();
  const reasons = new Map<string, Set<PlanReason>>();
  const wanted = new Set(plan.standards.filter(({ state }) => state === 'in').map(({ slug }) => slug));
  const citing = catalogue.standards.filter(({ slug, citations }) => citations.length > 0 && wanted.has(slug));

  const note = (standard: string, reason: PlanReason): void => {
    reasons.set(standard, (reasons.get(standard) ?? new Set()).add(reason));
  };
  const remember = (context: RecordContext): ReturnType<RecordActivation> => {
    const activation = activate(catalogue, plan, context);
    for (const [index, reason] of activation.reasons.entries())
      if (reason !== undefined) note(catalogue.rules[index]?.standard ?? '', reason);
    const ruleReason = governor(catalogue, plan, context);
    for (const { slug, applies, citations } of citing) {
      const documents = applies.documents.length > 0 ? applies.documents : [context.document];
      const here = { ...applies, documents };
      for (const { rule } of citations) note(slug, ruleReason({ id: rule, standard: slug, applies: here }));
    }
    return { ...activation, ruleReason, edition };
  };

  return {
    of: ({ document, format, fields }) => {
      const modes = plan.request.modes.length > 0 ? plan.request.modes : modesOf(fields);
      const direction = plan.request.direction ?? directions.get(format) ?? directionOf(modes);
      const categories = categoriesOf(fields);
      const key = `${document}\n${format}\n${direction ?? ''}\n${modes.join(',')}\n${categories.join(',')}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const context = {
        document,
        format,
        edition,
        modes,
        categories,
        ...(direction === undefined ? {} : { direction }),
      };
      const activation = remember(context);
      cache.set(key, activation);
      return activation;
    },
    reasons: () => reasons,
  };
}

function modesOf(fields: Fields): readonly SupervisionMode[] {
  const mode = fields['supervisionMode'];
  return isMode(mode) ? [mode] : [];
}

function isMode(value: unknown): value is SupervisionMode {
  return value === '1210' || value === '1239' || value === '9610' || value === '9710' || value === '9810';
}

/** 9710 and 9810 are export modes, 1239 an import one; 9610 and 1210 go both ways. */
function directionOf(modes: readonly SupervisionMode[]): Direction | undefined {
  if (modes.length > 0 && modes.every((mode) => mode === '9710' || mode === '9810')) return 'export';
  return modes.length > 0 && modes.every((mode) => mode === '1239') ? 'import' : undefined;
}

function chain(id: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const ids: string[] = [];
  for (let next: string | undefined = id; next !== undefined && !ids.includes(next); next = parents.get(next))
    ids.push(next);
  return ids;
}
