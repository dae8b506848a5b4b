import { createHmac, randomBytes } from 'node:crypto';
import type { Catalogue } from '../../model/catalogue.js';
import type { DocumentKind } from '../../model/document.js';
import { UserError } from '../../model/errors.js';
import { remembered } from '../../model/on-demand.js';
import type { SourceRecord } from '../../model/record.js';
import type { AcrossRule } from '../../model/standard.js';
import { namesOne, own, textOf } from '../../vocabulary/index.js';
import type { AcrossChecker } from '../check-run.js';
import { countOf } from '../counts.js';
import { crashText } from '../crash.js';
import { isPersonal } from '../personal.js';
import { type AcrossRun, takesPart } from './across-rule.js';
import { createBreaches } from './breaches.js';
import { type Group, groupsOf, type Judge } from './groups.js';
import { judgeLimit } from './limit.js';
import { judgeReconcile } from './reconcile.js';
import { createRowMaker, type Item, type PackedRow } from './rows.js';
import { createShelf, type ShelfOptions } from './shelf.js';
import { judgeUnique } from './unique.js';
import { type Role, type View, viewsOf } from './views.js';

/**
 * Rules over many records of a run: no two alike, documents of one trade that agree, sums that stay below a limit.
 *
 * Of every record only what some rule looks at is kept, as a row under its joining value (an order's number); rows go
 * into a shelf that writes them away when they get many. When all files are read, the rows of one joining value are
 * taken out together, and every rule judges them with their full values: a hash decides where a row is kept, never
 * what a finding says.
 */
export function createAcrossChecker(catalogue: Catalogue, run: AcrossRun, options: ShelfOptions = {}): AcrossChecker {
  let engine: AcrossChecker | undefined;
  const kinds = new Set(
    catalogue.across.flatMap(({ applies, check }) => [
      ...applies.documents,
      ...(check.kind === 'reconcile' ? [check.with] : []),
    ]),
  );
  return {
    add: (record, document, order, alone) => {
      if (!kinds.has(record.document)) return;
      engine ??= createEngine(catalogue, run, options);
      engine.add(record, document, order, alone);
    },
    finish: () => engine?.finish(),
  };
}

function createEngine(catalogue: Catalogue, run: AcrossRun, options: ShelfOptions): AcrossChecker {
  const views = viewsOf(catalogue.across, catalogue.documents);
  const byKind = new Map<string, View[]>();
  for (const view of views) byKind.set(view.document.id, [...(byKind.get(view.document.id) ?? []), view]);
  const rows = createRowMaker(views, keyTexts(), prefixesOf(catalogue));
  const shelf = createShelf(options);
  const broken = brokenRules(run);
  /** Rules whose partners were given at all, whether or not one of them fits. */
  const partnered = new Set<string>();

  const rolesOf = (
    view: View,
    record: SourceRecord,
    items: readonly Item[],
    { alone, concerns }: Standing,
  ): readonly (readonly number[])[] => {
    const saying = (role: Role, { value }: Item): boolean =>
      role.some.length === 0 || role.some.some((field) => textIn(record, value, field) !== undefined);
    const taking = view.roles.map((role) => {
      if (broken.has(role.rule) || (role.side === 'here' && !concerns(role.rule))) return false;
      const may =
        (!alone || mayMeet(role, record)) && (role.some.length === 0 || items.some((item) => saying(role, item)));
      if (role.side === 'there') return may && isPartner(role.rule, record, partnered);
      const takes = broken.guard([role.rule], record, () => takesPart(role.rule, record, run)) ?? false;
      if (takes && !may) countOf(run.counts, role.rule, run.severityOf(role.rule)).lackedInput += 1;
      return takes && may;
    });
    return items.map((item) =>
      view.roles.flatMap((role, index) => {
        if (taking[index] !== true) return [];
        const lacks =
          !saying(role, item) || role.needed.some((field) => !namesOne(field, textIn(record, item.value, field)));
        if (lacks && role.side === 'here') countOf(run.counts, role.rule, run.severityOf(role.rule)).lackedInput += 1;
        return lacks ? [] : [index];
      }),
    );
  };

  const keep = (view: View, record: SourceRecord, document: DocumentKind, standing: Standing): void => {
    const items = itemsOf(record, document, view.part);
    const roles = rolesOf(view, record, items, standing);
    for (const [index, item] of items.entries()) {
      const own = roles[index] ?? [];
      if (own.length === 0) continue;
      const packed = rows.pack(view, record, standing.order, own, item);
      shelf.put(packed[0], JSON.stringify(packed));
    }
  };

  return {
    add: (record, document, order, alone = false) => {
      const views = byKind.get(record.document) ?? [];
      if (views.length === 0) return;
      const { ruleReason } = run.activate(record);
      const standing = { order, alone, concerns: (rule: AcrossRule) => ruleReason(rule) === 'in-force' };
      for (const view of views) {
        const rules = view.roles.map(({ rule }) => rule).filter((rule) => !broken.has(rule));
        if (rules.length > 0) broken.guard(rules, record, () => keep(view, record, document, standing));
      }
    },
    finish: () => {
      const judges = catalogue.across.map((rule) => judgeOf(rule, run, partnered));
      const breaches = catalogue.across.map(({ id }) => createBreaches(id, run.sink));
      const judgeGroup = (group: Group): void => {
        for (const [index, judge] of judges.entries()) {
          const rule = catalogue.across[index];
          if (rule === undefined || broken.has(rule) || !group.has(rule)) continue;
          broken.guard([rule], undefined, () =>
            judge(group, (breach) => {
              run.markFailed(breach.order);
              breaches[index]?.add(breach);
            }),
          );
        }
      };
      broken.guard(catalogue.across, undefined, () => {
        for (const part of shelf.parts()) for (const group of groupsOf(part, rows, packedRow)) judgeGroup(group);
      });
      for (const one of breaches) one.hand();
    },
  };
}

/** A record's place in the run, and which rules concern it. */
type Standing = {
  readonly order: number;
  /** No partner can come but from the same file. */
  readonly alone: boolean;
  readonly concerns: (rule: AcrossRule) => boolean;
};

/** The item's own text, or that of the record around it. */
function textIn(record: SourceRecord, item: unknown, field: string): string | undefined {
  return textOf(own(item, field)) ?? textOf(own(record.fields, field));
}

/** A row as `pack` wrote it. */
function packedRow(text: string): PackedRow {
  const row: PackedRow = JSON.parse(text);
  return row;
}

function judgeOf(rule: AcrossRule, run: AcrossRun, partnered: ReadonlySet<string>): Judge {
  const { check } = rule;
  if (check.kind === 'unique') return judgeUnique(rule, check, run);
  if (check.kind === 'limit') return judgeLimit(rule, check, run);
  return judgeReconcile(rule, check, run, partnered);
}

/** Joining values as they are kept: personal ones as keyed hashes of 256 bits, the key made for this run alone. */
function keyTexts(): (view: View, value: string) => string {
  const salt = randomBytes(32);
  const personal = new Map<View, boolean>();
  const isSecret = (view: View): boolean => {
    const { document, part, key } = view;
    const secret = isPersonal(document, key) || (part !== undefined && isPersonal(document, `${part}.${key}`));
    personal.set(view, secret);
    return secret;
  };
  return (view, value) => {
    const secret = personal.get(view) ?? isSecret(view);
    return `${view.bundle}\t${secret ? createHmac('sha256', salt).update(value).digest('base64') : bare(view, value)}`;
  };
}

/**
 * The value without signs before it: `#1001` has to meet `1001`. It decides which rows come together; rules judge by the
 * values themselves, except where what is added up is known by its key alone.
 */
function bare({ roles }: View, value: string): string {
  if (roles.some(({ rule }) => rule.check.kind === 'limit')) return value;
  return value.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');
}

/** What a format sets before the values of a field; its columns are read once. */
function prefixesOf({ formats }: Catalogue): (format: string, path: string) => string {
  const prefixes = remembered((id) => {
    const columns = formats.find((format) => format.id === id)?.columns ?? [];
    return new Map(columns.flatMap(({ field, prefix }) => (prefix === undefined ? [] : [[field, prefix] as const])));
  });
  return (format, path) => prefixes(format).get(path) ?? '';
}

/** Whether a record of the same file may stand on the other side of the rule. */
function mayMeet({ rule: { check, applies }, side }: Role, { document, format }: SourceRecord): boolean {
  if (check.kind !== 'reconcile') return true;
  if (check.elsewhere === true) return false;
  const { documents, formats, exceptFormats } =
    side === 'here' ? { documents: [check.with], formats: check.formats, exceptFormats: check.exceptFormats } : applies;
  return (
    documents.includes(document) && formats?.includes(format) !== false && exceptFormats?.includes(format) !== true
  );
}

function isPartner({ id, check }: AcrossRule, { format }: SourceRecord, partnered: Set<string>): boolean {
  if (check.kind !== 'reconcile' || check.formats?.includes(format) === false) return false;
  if (check.exceptFormats?.includes(format) === true) return false;
  partnered.add(id);
  return true;
}

function itemsOf({ fields }: SourceRecord, document: DocumentKind, part: string | undefined): readonly Item[] {
  if (part === undefined) return [{ value: fields, path: [] }];
  const items = fields[part];
  if (Array.isArray(items)) return items.map((value: unknown, index) => ({ value, path: [part, String(index)] }));
  const single = document.parts.some((one) => one.id === part && one.selfWhenAbsent);
  return single ? [{ value: fields, path: [] }] : [];
}

type BrokenRules = {
  readonly has: (rule: AcrossRule) => boolean;
  /** Does the work; where it breaks down the rules are said to have, once, and are asked no more. */
  readonly guard: <Result>(
    rules: readonly AcrossRule[],
    record: SourceRecord | undefined,
    work: () => Result,
  ) => Result | undefined;
};

function brokenRules({ notRun }: AcrossRun): BrokenRules {
  const broken = new Set<string>();
  return {
    has: ({ id }) => broken.has(id),
    guard: (rules, record, work) => {
      try {
        return work();
      } catch (error) {
        const place = record === undefined ? {} : { location: record.locate('') };
        for (const { id } of rules) {
          if (broken.has(id)) continue;
          broken.add(id);
          const suggestion = error instanceof UserError ? error.suggestion : undefined;
          notRun.push({
            what: 'rule',
            subject: id,
            ...place,
            reason: error instanceof UserError ? error.text : crashText(id, error),
            ...(suggestion === undefined ? {} : { suggestion }),
          });
        }
        return undefined;
      }
    },
  };
}
