import type { Condition } from '../model/condition.js';
import type { Text, Title } from '../model/language.js';
import type { RepairId } from '../model/repair.js';
import type {
  Applicability,
  Edition,
  EditionRow,
  ElementRow,
  Evidence,
  Obligation,
  Rule,
  Severity,
} from '../model/standard.js';
import { type ElementBreach, editionRemark, elementTexts } from '../text/element-texts.js';
import { deriveInput } from './conditions.js';
import { elementExamples } from './element-examples.js';
import { judgesRaw, notBlank, rowCode, rowFormat } from './format-codes.js';
import type { Placed, Supporting } from './linked.js';
import { present } from './present.js';
import type { RawRow, RawTable } from './raw-message.js';
import { ceiling, milder } from './severity.js';
import { kebabCase } from './slug.js';
import type { YamlPath } from './yaml.js';

/** What the rows of a standard share. */
export type TableContext = {
  readonly slug: string;
  readonly obligation: Obligation;
  readonly applies: Applicability;
  /** Path of a record in the message; rows elsewhere belong to the envelope. Undefined where there is no message. */
  readonly recordPath?: string;
  readonly supporting: Supporting;
};

/** A table's rows, and the rules they stand for. */
export type ExpandedTable = { readonly rows: readonly ElementRow[]; readonly rules: readonly Placed<Rule>[] };

export function expandTable(table: RawTable, path: YamlPath, context: TableContext): ExpandedTable {
  const rows: ElementRow[] = [];
  const rules: Placed<Rule>[] = [];
  for (const [index, row] of table.rows.entries()) {
    const element = elementRow(table, row, context);
    rows.push(element);
    for (const rule of rulesOfEditions(table, row, element, context))
      rules.push({ value: rule, path: [...path, 'rows', index] });
  }
  return { rows, rules };
}

export function elementId(table: Pick<RawTable, 'idPrefix'>, row: RawRow): string {
  return `${table.idPrefix ?? ''}${row.id ?? kebabCase(row.element)}`;
}

export function isEnvelope(table: RawTable, recordPath: string | undefined): boolean {
  return recordPath !== undefined && table.path !== recordPath && !table.path.startsWith(`${recordPath}/`);
}

function elementRow(table: RawTable, row: RawRow, { supporting }: TableContext): ElementRow {
  const field = row.field ?? row.element;
  return present({
    id: elementId(table, row),
    element: row.element,
    path: table.path,
    field,
    part: table.part,
    name: row.name ?? fieldLabel(supporting, table, field),
    occurs: row.occurs,
    format: row.format,
    codes: row.codes,
    clause: row.clause ?? table.clause,
    evidence: row.evidence ?? table.evidence,
    note: row.note,
    editions: row.editions,
  });
}

function fieldLabel(supporting: Supporting, table: RawTable, field: string): Title {
  const document = supporting.documents.get(table.document);
  const part = document?.parts.find(({ id }) => id === table.part);
  return [...(part?.fields ?? []), ...(document?.fields ?? [])].find(({ id }) => id === field)?.label ?? {};
}

/** The rules of the newest edition, and under ids of their own those in which the edition of 2018 differs. */
function rulesOfEditions(table: RawTable, row: RawRow, element: ElementRow, context: TableContext): Rule[] {
  const newest = rowRules(table, row, element, context);
  const other = row.editions?.['2018'];
  if (other === undefined) return newest;
  const { absent = false, ...differs } = other;
  const older = absent ? [] : rowRules(table, rowOf2018(row, differs), element, context);
  const onlyIn = (rule: Rule, editions: readonly Edition[]): Rule => ({
    ...rule,
    applies: { ...rule.applies, editions },
  });
  const sameIn = (rules: readonly Rule[], rule: Rule): boolean =>
    rules.some((one) => one.id === rule.id && judgesAlike(one, rule));
  return [
    ...newest.map((rule) => (sameIn(older, rule) ? rule : withRemark(onlyIn(rule, ['2022']), differs.format))),
    ...older
      .filter((rule) => !sameIn(newest, rule))
      .map((rule) => ({ ...onlyIn(rule, ['2018']), id: `${rule.id}-2018` })),
  ];
}

function rowOf2018({ fixed, default: empty, whitespace, ...row }: RawRow, differs: EditionRow): RawRow {
  const { whitespace: preserve, ...own } = differs;
  // A list of values takes the place of the one value the newer edition fixes.
  const kept = own.oneOf === undefined ? { fixed, default: empty } : {};
  return present({ ...row, ...kept, ...own, whitespace: preserve === undefined ? whitespace : undefined });
}

function judgesAlike(one: Rule, other: Rule): boolean {
  const judged = ({ require, when, view }: Rule): string => JSON.stringify([require, when ?? null, view]);
  return judged(one) === judged(other);
}

/** Two sentences as one text; in French only where both have it. */
function followedBy(first: Text, second: Text): Text {
  return {
    en: `${first.en} ${second.en}`,
    'zh-CN': `${first['zh-CN']}${second['zh-CN']}`,
    ...(first.fr && second.fr && { fr: `${first.fr} ${second.fr}` }),
  };
}

function withRemark(rule: Rule, format: string | undefined): Rule {
  const remark = rule.id.endsWith('.format') && format !== undefined ? editionRemark(format) : undefined;
  if (remark === undefined) return rule;
  return { ...rule, remedy: followedBy(rule.remedy, remark) };
}

function rowRules(table: RawTable, row: RawRow, element: ElementRow, context: TableContext): Rule[] {
  const make = (
    breach: ElementBreach,
    condition: Condition | undefined,
    evidence: Evidence,
    when?: Condition,
  ): Rule[] => {
    const severity = rowSeverity(table, row, evidence, breach, context);
    if (condition === undefined || severity === undefined) return [];
    const envelope = isEnvelope(table, context.recordPath);
    return [
      present({
        id: `${context.slug}/${element.id}.${breach}`,
        standard: context.slug,
        clause: element.clause,
        evidence,
        severity,
        applies: {
          ...context.applies,
          documents: [table.document],
          ...(table.formats !== undefined && { formats: table.formats }),
        },
        ...elementTexts(breach, element),
        expects: breach === 'format' ? (row.expects ?? wholeNumber(row.format)) : undefined,
        part: table.part,
        view: breach === 'missing' && isFreeText(table, row, context) ? 'canonical' : viewOf(row, breach),
        envelope: envelope ? (true as const) : undefined,
        when,
        require: condition,
        ...deriveInput(condition),
        fix: elementRepairs(row, breach),
        element: element.id,
        examples: elementExamples(breach, table, row, context.supporting.codes),
      }),
    ];
  };
  const evidence = element.evidence;
  return [
    ...make('missing', missingCondition(row, element.field), evidence, row.occurs === 'C' ? row.when : undefined),
    ...make('format', valueCondition(element.field, guarded(row, rowFormat(row))), evidence),
    ...make('code', valueCondition(element.field, skipEmpty(row, rowCode(row))), row.codeEvidence ?? evidence),
  ];
}

/** What may help a coded value; free text is its author's. */
function elementRepairs({ dateForm }: RawRow, breach: ElementBreach): readonly RepairId[] | undefined {
  if (breach === 'missing') return undefined;
  if (breach === 'code') return ['trim', 'half-width', 'uppercase'];
  return dateForm?.startsWith('yyyyMMdd') === true ? ['trim', 'half-width', 'date-basic'] : ['trim', 'half-width'];
}

/** Whole numbers are patterns to the machine; the reader is told in words. */
function wholeNumber(format = ''): Text | undefined {
  if (format === 'int') return { en: 'a whole number', 'zh-CN': '整数', fr: 'un nombre entier' };
  const digits = /^N(\d+)$/.exec(format)?.[1];
  if (digits === undefined) return undefined;
  return {
    en: `a whole number of at most ${digits} digits`,
    'zh-CN': `至多${digits}位的整数`,
    fr: `un nombre entier d’au plus ${digits} chiffres`,
  };
}

/** The row's or table's severity, never above what evidence allows; an unknown code in an incomplete list is a warning at most. */
function rowSeverity(
  table: RawTable,
  row: RawRow,
  evidence: Evidence,
  breach: ElementBreach,
  context: TableContext,
): Severity | undefined {
  const most = ceiling(evidence, context.obligation);
  if (most === undefined) return undefined;
  const severity = milder(row.severity ?? table.severity ?? most, most);
  const listed = breach === 'code' && row.fixed === undefined && row.oneOf === undefined && row.codes !== undefined;
  const incomplete = listed && context.supporting.codes.get(row.codes)?.complete !== true;
  return incomplete ? milder(severity, 'warning') : severity;
}

const emptyPasses = (row: RawRow): boolean => row.emptyAllowed === true || row.default !== undefined;

/**
 * Values are judged as written. Where white space does not count, what cannot allow for it is judged on the canonical
 * value, which has none around it.
 */
function viewOf(row: RawRow, breach: ElementBreach): Rule['view'] {
  if (row.whitespace !== 'collapse' || (breach === 'missing' && emptyPasses(row))) return 'raw';
  return breach === 'format' && judgesRaw(row) ? 'raw' : 'canonical';
}

/**
 * Words of a person: white space, or a word that only fills the element (待定), says nothing there. Where an edition says
 * that white space does count, it does.
 */
function isFreeText(table: RawTable, row: RawRow, { supporting }: TableContext): boolean {
  const document = supporting.documents.get(table.document);
  const fields =
    table.part === undefined ? document?.fields : document?.parts.find(({ id }) => id === table.part)?.fields;
  if (emptyPasses(row) || row.editions?.['2018']?.whitespace !== undefined) return false;
  return fields?.find(({ id }) => id === row.field)?.type === 'text';
}

function missingCondition(row: RawRow, field: string): Condition | undefined {
  if (row.occurs === 'O' || (row.occurs === 'C' && row.when === undefined)) return undefined;
  return emptyPasses(row) ? { required: [field] } : { required: [field], properties: { [field]: { minLength: 1 } } };
}

function valueCondition(field: string, condition: Condition | undefined): Condition | undefined {
  return condition === undefined ? undefined : { properties: { [field]: condition } };
}

/** An empty element passes where the row says so, and where `.missing` has already objected to it. */
function guarded(row: RawRow, condition: Condition | undefined): Condition | undefined {
  return emptyPasses(row) || row.occurs === 'M' ? skipEmpty(row, condition) : condition;
}

function skipEmpty(row: RawRow, condition: Condition | undefined): Condition | undefined {
  if (condition === undefined || passesEmpty(condition)) return condition;
  // Nothing at all takes the default; white space alone does not.
  const blank = row.whitespace === 'collapse' && !emptyPasses(row);
  return { if: blank ? notBlank : { minLength: 1 }, then: condition };
}

/** `C..60` needs no guard: nothing is at most sixty characters. */
function passesEmpty(condition: Condition): boolean {
  return Object.keys(condition).every((key) => key === 'maxLength');
}
