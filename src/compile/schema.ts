import type { Catalogue } from '../model/catalogue.js';
import type { Condition, Json } from '../model/condition.js';
import type { DocumentKind, Field, FieldType } from '../model/document.js';
import type { Rule } from '../model/standard.js';
import { lowerCondition } from './lower.js';

export type JsonSchema = { readonly [keyword: string]: Json };

/** The vocabulary's URI: named in `$vocabulary` as optional, so any validator may ignore what it does not know. */
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
  const codes = catalogue.codes.filter((list) => lists.has(list.id));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:borderlint:schema:${document.id}`,
    $comment: `Made from the borderlint catalogue ${catalogue.version}, digest ${catalogue.digest}. Rules that depend on direction, supervision mode, category or date say so in their entry's description; select them by $comment.`,
    title: document.title.en,
    type: 'object',
    properties: properties(document),
    allOf: rules,
    $defs: Object.fromEntries(
      codes.map((list) => [`codes.${list.id}`, { enum: list.entries.map((entry) => entry.code) }]),
    ),
  };
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
  const require = json(lowerCondition(rule.require, lists));
  const part = document.parts.find((one) => one.id === rule.part);
  if (part !== undefined && crossesLevels(rule, new Set(part.fields.map((field) => field.id)))) return [];
  const where = rule.where === undefined ? undefined : json(lowerCondition(rule.where, lists));
  const item: JsonSchema = where === undefined ? require : { if: where, then: require };
  const subject: JsonSchema = part === undefined ? item : { properties: { [part.id]: { items: item } } };
  const when = rule.when === undefined ? undefined : json(lowerCondition(rule.when, lists));
  const body: JsonSchema = when === undefined ? subject : { if: when, then: subject };
  return [{ $comment: rule.id, description: `${rule.message.en} (${rule.severity}${describe(rule)})`, ...body }];
}

/** An item's rule that reads fields of its record cannot be said in a schema of the item. */
function crossesLevels(rule: Rule, own: ReadonlySet<string>): boolean {
  return [...rule.needs.fields, ...rule.demands].some((field) => !own.has(field));
}

function describe({ applies }: Rule): string {
  const said = [
    applies.direction === undefined ? undefined : `direction ${applies.direction}`,
    applies.modes === undefined ? undefined : `mode ${applies.modes.join(', ')}`,
    applies.categories === undefined ? undefined : `category ${applies.categories.join(', ')}`,
    applies.formats === undefined ? undefined : `format ${applies.formats.join(', ')}`,
  ].filter((one) => one !== undefined);
  return said.length === 0 ? '' : `; ${said.join('; ')}`;
}

function json(condition: Condition): JsonSchema {
  return JSON.parse(JSON.stringify(condition));
}
