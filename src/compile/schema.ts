import type { Catalogue } from '../model/catalogue.js';
import type { Condition, Json } from '../model/condition.js';
import type { DocumentKind, Field, FieldType } from '../model/document.js';
import type { Rule } from '../model/standard.js';
import { fieldsNamed, vocabularyOf } from './inspect.js';
import { lowerCondition } from './lower.js';

export type JsonSchema = { readonly [keyword: string]: Json };

/** Names the vocabulary of docs/vocabulary.md in the comment of every schema that uses it. */
export const vocabularyUri = 'urn:borderlint:vocabulary:1';

/**
 * The published schema of one document kind: plain JSON Schema 2020-12 where the catalogue's conditions can be lowered to it,
 * the declared vocabulary for the rest. Each rule is one entry of `allOf`, its id in `$comment`.
 */
export function documentSchema(catalogue: Catalogue, document: DocumentKind): JsonSchema {
  const lists = new Set<string>();
  const rules = catalogue.rules
    .filter(
      (rule) =>
        rule.applies.documents.includes(document.id) && rule.envelope !== true && inForceSomeDay(catalogue, rule),
    )
    .flatMap((rule) => ruleSchema(rule, document, lists));
  const keywords = new Set(rules.flatMap(vocabularyOf));
  const codes = catalogue.codes.filter((list) => lists.has(list.id));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:borderlint:schema:${document.id}`,
    $comment: schemaComment(catalogue, [...keywords].sort()),
    title: document.title.en,
    type: 'object',
    properties: properties(document),
    // A kind of document may have no rules yet, and an empty list is no JSON Schema.
    ...(rules.length === 0 ? {} : { allOf: rules }),
    $defs: Object.fromEntries(
      codes.map((list) => [
        `codes.${list.id}`,
        { if: { type: 'string' }, then: { enum: list.entries.map((entry) => entry.code) } },
      ]),
    ),
  };
}

/** What a reader with a plain validator has to know: where the schema is from, and what the validator will pass over. */
function schemaComment(catalogue: Catalogue, keywords: readonly string[]): string {
  const origin = `Made from the borderlint catalogue ${catalogue.version}, digest ${catalogue.digest}.`;
  const select =
    "Rules that depend on direction, supervision mode, category, format or date say so in their entry's description; select them by $comment.";
  const beyond =
    keywords.length === 0
      ? 'Plain JSON Schema says all of it.'
      : `Keywords beyond JSON Schema, of the vocabulary ${vocabularyUri}, which a validator that does not know them passes over: ${keywords.join(', ')}.`;
  return `${origin} ${select} ${beyond}`;
}

function inForceSomeDay(catalogue: Catalogue, rule: Rule): boolean {
  const status = catalogue.standards.find((standard) => standard.slug === rule.standard)?.status;
  return status === 'current' || status === 'upcoming';
}

function properties(document: DocumentKind): { readonly [field: string]: Json } {
  const parts = document.parts.map((part): [string, Json] => {
    const items = { type: 'object', properties: Object.fromEntries(part.fields.map(fieldSchema)) };
    return [part.id, { title: part.title.en, type: 'array', items }];
  });
  return Object.fromEntries([...document.fields.map(fieldSchema), ...parts]);
}

const types: { readonly [type in FieldType]: Json } = {
  text: { type: 'string' },
  localized: { type: 'object', additionalProperties: { type: 'string' } },
  identifier: { type: 'string' },
  code: { type: 'string' },
  decimal: { type: 'string' },
  integer: { type: 'string' },
  date: { type: 'string' },
  boolean: {},
  list: { type: 'array' },
  map: { type: 'object' },
};

function fieldSchema(field: Field): [string, Json] {
  const type = types[field.type];
  const meaning = field.meaning?.en;
  const base = typeof type === 'object' && type !== null ? type : {};
  return [field.id, { title: field.label.en, ...(meaning === undefined ? {} : { description: meaning }), ...base }];
}

function ruleSchema(rule: Rule, document: DocumentKind, lists: Set<string>): JsonSchema[] {
  const part = document.parts.find((one) => one.id === rule.part);
  if (part !== undefined && crossesLevels(rule, new Set(part.fields.map((field) => field.id)))) return [];
  const lower = (condition: Condition): JsonSchema => json(lowerCondition(condition, lists));
  const given = [rule.where, inputOf(rule)].filter((condition) => condition !== undefined).map(lower);
  const item = given.reduceRight<JsonSchema>((then, condition) => ({ if: condition, then }), lower(rule.require));
  const subject = part === undefined ? item : ofItems(part, item);
  const body: JsonSchema = rule.when === undefined ? subject : { if: lower(rule.when), then: subject };
  return [{ $comment: rule.id, description: `${rule.message.en} (${rule.severity}${describe(rule)})`, ...body }];
}

/** A record without such a part may count as its own only item. */
function ofItems({ id, selfWhenAbsent }: DocumentKind['parts'][number], item: JsonSchema): JsonSchema {
  const items: JsonSchema = { properties: { [id]: { items: item } } };
  return selfWhenAbsent ? { if: { required: [id] }, then: items, else: item } : items;
}

/** The input without which the rule has nothing to judge, where the rule's own conditions would not pass without it. */
function inputOf({ needs, demands, require }: Rule): Condition | undefined {
  if (demands.length > 0 || needs.fields.length === 0) return undefined;
  if (needs.mode === 'all') return { required: [...needs.fields] };
  const vacuous = Object.keys(require).every((keyword) => keyword === 'properties');
  return vacuous ? undefined : { anyOf: needs.fields.map((field) => ({ required: [field] })) };
}

/** An item's rule that reads fields of its record cannot be said in a schema of the item. */
function crossesLevels({ where, require, needs }: Rule, own: ReadonlySet<string>): boolean {
  const named = [...needs.fields, ...fieldsNamed(require), ...(where === undefined ? [] : fieldsNamed(where))];
  return named.some((field) => !own.has(field));
}

function describe({ applies }: Rule): string {
  const said = [
    applies.direction === undefined ? undefined : `direction ${applies.direction}`,
    applies.modes === undefined ? undefined : `mode ${applies.modes.join(', ')}`,
    applies.exceptModes === undefined ? undefined : `any mode but ${applies.exceptModes.join(', ')}`,
    applies.categories === undefined ? undefined : `category ${applies.categories.join(', ')}`,
    applies.formats === undefined ? undefined : `format ${applies.formats.join(', ')}`,
    applies.exceptFormats === undefined ? undefined : `any format but ${applies.exceptFormats.join(', ')}`,
    applies.onlyClaimed === undefined ? undefined : 'only where the standard is claimed',
  ].filter((one) => one !== undefined);
  return said.length === 0 ? '' : `; ${said.join('; ')}`;
}

function json(condition: Condition): JsonSchema {
  return JSON.parse(JSON.stringify(condition));
}
