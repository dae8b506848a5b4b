import type { RecordActivation } from '../check/index.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Plan, PlanReason } from '../model/plan.js';
import type { Fields } from '../model/record.js';
import type { Direction, SupervisionMode } from '../model/standard.js';
import { categoryFinder } from '../normalise/index.js';
import { activate, editions, governor, newestEdition, type RecordContext } from '../plan/index.js';

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
  const editioned = catalogue.rules.flatMap(({ applies }, index) => (applies.editions === undefined ? [] : [index]));
  /** The rules another edition has for such records in place of those of this one. */
  const otherEdition = (context: RecordContext): ReturnType<RecordActivation>['elsewhere'] => {
    const other = editions.find((one) => one !== edition);
    const concerned = editioned.filter((index) => catalogue.rules[index]?.applies.formats?.includes(context.format));
    if (other === undefined || concerned.length === 0) return undefined;
    const there = governor(catalogue, plan, { ...context, edition: other });
    const on = new Uint8Array(catalogue.rules.length);
    for (const index of concerned) {
      const rule = catalogue.rules[index];
      const own = rule?.applies.editions?.includes(edition) === true;
      if (rule !== undefined && !own && there(rule) === 'in-force') on[index] = 1;
    }
    return { edition: other, on };
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
    const elsewhere = otherEdition(context);
    return { ...activation, ruleReason, edition, ...(elsewhere !== undefined && { elsewhere }) };
  };

  const find: RecordActivation = ({ document, format, fields }) => {
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
  };
  // One record's rules and those across records ask of the same record, one after the other.
  let last:
    | { readonly record: Parameters<RecordActivation>[0]; readonly answer: ReturnType<RecordActivation> }
    | undefined;
  return {
    of: (record) => {
      if (last?.record !== record) last = { record, answer: find(record) };
      return last.answer;
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
