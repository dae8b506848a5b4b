import type { Condition } from './condition.js';
import type { Text, Title } from './language.js';
import type { RepairId } from './repair.js';

/** How we know something; see docs/catalogue-format.md, "Evidence". */
export type Evidence = 'text' | 'implementation' | 'summary' | 'metadata' | 'recalled';
export type Severity = 'error' | 'warning' | 'advice';
export type Level = 'national' | 'sectoral' | 'local' | 'group' | 'customs' | 'policy';
/** Binding force: follows from the kind of document, never from a clause's own "shall". */
export type Obligation = 'mandatory' | 'recommended' | 'guidance';
export type Status = 'draft' | 'upcoming' | 'current' | 'superseded' | 'withdrawn';
/** Who can judge a clause. `planned`: nobody has seen its wording or built it yet. */
export type Coverage = 'automated' | 'partial' | 'manual' | 'planned' | 'informative';
export type Direction = 'import' | 'export';
/** Edition of the customs message specification (announcement 113 of 2018; May 2022). A message does not say which it is of. */
export type Edition = '2018' | '2022';
/** Customs supervision mode (监管方式代码), e.g. 1210 bonded retail import. */
export type SupervisionMode = '1210' | '1239' | '9610' | '9710' | '9810';

/** A calendar day, yyyy-MM-dd. */
export type IsoDate = string;

export type Source = {
  /** Where it was seen: a URL, or a repository and path, or a bibliographic citation. */
  readonly url?: string;
  readonly repository?: string;
  readonly path?: string;
  readonly citation?: string;
  readonly evidence: Evidence;
  /** The day it was last looked at. */
  readonly seen: IsoDate;
  readonly note?: string;
};

export type Clause = {
  /** The clause's number as printed ("5.2", "第二十五条"), or a short name where the text numbers nothing. */
  readonly ref: string;
  readonly title?: Title;
  readonly coverage: Coverage;
  /** For `manual`: what a person has to ask. */
  readonly question?: Text;
};

/** What a standard or a rule is about. What is absent does not restrict. */
export type Applicability = {
  readonly documents: readonly string[];
  readonly direction?: Direction;
  readonly modes?: readonly SupervisionMode[];
  /** Modes to which it does not apply, where the mode is known; an unknown mode does not keep it out. */
  readonly exceptModes?: readonly SupervisionMode[];
  readonly categories?: readonly string[];
  /** Only records read from these formats (customs message specifications). */
  readonly formats?: readonly string[];
  /** Not records read from these formats: another rule judges them more closely. */
  readonly exceptFormats?: readonly string[];
  /** Only for merchants who claim the standard or ask for it: what it wants nobody else has to give. */
  readonly onlyClaimed?: true;
  /** Only when messages are judged by one of these editions of their specification. */
  readonly editions?: readonly Edition[];
};

export type Example = { readonly record: { readonly [field: string]: unknown }; readonly note?: string };

export type RuleExamples = {
  readonly pass: readonly Example[];
  readonly fail: readonly Example[];
  /** Records we know we judge wrongly: shown, never hidden. */
  readonly knownGap: readonly Example[];
};

/** One condition, one sentence, one clause. */
export type Rule = {
  /** `<standard slug>/<name>`; never reused, never renamed. */
  readonly id: string;
  readonly standard: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity: Severity;
  readonly applies: Applicability;
  /** When the standard's own dates do not hold for this rule. */
  readonly effective?: Period;
  readonly message: Text;
  readonly remedy: Text;
  /** What should stand there, in words, for conditions whose regular expression nobody wants to read. */
  readonly expects?: Text;
  readonly rationale?: Text;
  /** The part (`lines`, `variants`) whose items are judged one by one; absent: the record itself. */
  readonly part?: string;
  /** The rule judges the message's envelope (BaseTransfer), once per message. */
  readonly envelope?: true;
  /** `raw` judges values as the format wrote them, empty ones included; `canonical` the normalised record. */
  readonly view: 'canonical' | 'raw';
  /** Does the rule apply to this record? Asked of the whole record. */
  readonly when?: Condition;
  /** Does the rule apply to this item? Asked of the part's item. */
  readonly where?: Condition;
  /** What must hold, of the item where `part` is given, of the record otherwise. */
  readonly require: Condition;
  /** Fields without which the rule has nothing to judge: any one present suffices (`any`), or every one is needed (`all`). */
  readonly needs: { readonly fields: readonly string[]; readonly mode: 'any' | 'all' };
  /** Fields whose absence the rule itself objects to. */
  readonly demands: readonly string[];
  /** The safe repairs that may help where the rule fails. */
  readonly fix?: readonly RepairId[];
  /** The row of an element table this rule was made from. */
  readonly element?: string;
  readonly examples: RuleExamples;
};

export type Period = { readonly from?: IsoDate; readonly until?: IsoDate };

/** The same check, seen from another standard's clause. */
export type Citation = {
  readonly rule: string;
  readonly standard: string;
  readonly clause?: string;
  readonly evidence: Evidence;
};

/** A rule over many records, or over documents of one trade. */
export type AcrossRule = {
  readonly id: string;
  readonly standard: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity: Severity;
  readonly applies: Applicability;
  readonly message: Text;
  readonly remedy: Text;
  /** Only records of which this holds take part. Asked of records here, not of the partners. */
  readonly when?: Condition;
  readonly check: AcrossCheck;
  readonly examples: AcrossExamples;
};

export type AcrossCheck = Unique | Reconcile | Limit;

/** Records of one run, given together: one of them breaks the rule, or none does. */
export type AcrossExample = {
  readonly records: readonly {
    readonly document: string;
    /** The format the record is read from, where the rule asks for one. */
    readonly format?: string;
    readonly record: { readonly [field: string]: unknown };
  }[];
  readonly note?: string;
};

export type AcrossExamples = { readonly pass: readonly AcrossExample[]; readonly fail: readonly AcrossExample[] };

/** No two records share these fields. Records that lack one of them are left out. */
export type Unique = { readonly kind: 'unique'; readonly part?: string; readonly fields: readonly string[] };

/** Fields held against fields of a partner, each entry: field here → field there. What either side lacks is not compared. */
export type Agreement = {
  readonly equal: FieldPairs;
  /** Numbers here that are not above those there. */
  readonly atMost: FieldPairs;
  /** Codes here that go with codes there. */
  readonly match: readonly CodeMatch[];
  /** Values that agree as far as this goes. */
  readonly alike?: readonly AlikeFields[];
};

/** The values of `here` and `there` in their first `digits`, as numbers within a `share` of the larger, or where both are of a `form`. */
export type AlikeFields = {
  readonly here: string;
  readonly there: string;
  readonly digits?: number;
  readonly share?: string;
  readonly form?: string;
};

export type FieldPairs = { readonly [here: string]: string };

/** The code in the field `here` goes only with these codes of the partner's field `there`; one that is not listed goes with any. */
export type CodeMatch = {
  readonly here: string;
  readonly there: string;
  readonly pairs: { readonly [here: string]: readonly string[] };
};

/** Records of this kind and of the kind `with` that agree on `on` also agree in all the rest. */
export type Reconcile = Agreement & {
  readonly kind: 'reconcile';
  /** The items of this part are what is joined, one by one; absent: the record as a whole. An item reads its record's fields too. */
  readonly part?: string;
  readonly with: string;
  /** The partners are items of this part of theirs. */
  readonly withPart?: string;
  readonly on: FieldPairs;
  /** A record (or item) here must have a partner there, when the run has documents of that kind at all. */
  readonly partner: boolean;
  /** Only partners read from these formats count. */
  readonly formats?: readonly string[];
  /** Partners read from these formats do not count: a customs message is not its own original. */
  readonly exceptFormats?: readonly string[];
  /** Only partners of other files that were read before count: one thing in several files. */
  readonly elsewhere?: boolean;
  readonly lines?: ReconcileLines;
};

/** Items of the part here and of the part `with` of the partner that agree on `on` also agree in all the rest. */
export type ReconcileLines = Agreement & {
  readonly part: string;
  readonly with: string;
  readonly on: FieldPairs;
  /** Which items must have a counterpart: those of both sides, those here, or none. */
  readonly complete: 'both' | 'here' | 'none';
};

/** The sums of all records that share `by` come to no more than `max` in one calendar year of `date`. */
export type Limit = {
  readonly kind: 'limit';
  /** Whose records are summed: a buyer. Personal values are kept as keyed hashes only. */
  readonly by: readonly string[];
  /** A date that begins with its year. */
  readonly date: string;
  /** Decimals added up; of each record those that are there. */
  readonly sum: readonly string[];
  /** A decimal as text. */
  readonly max: string;
  /** Records that agree on these are versions of one: the latest counts. */
  readonly once: readonly string[];
};

export type Standard = {
  readonly slug: string;
  readonly number: string;
  readonly title: Title;
  readonly level: Level;
  readonly obligation: Obligation;
  readonly status: Status;
  /** false: no source confirms the status. */
  readonly statusConfirmed: boolean;
  readonly issued?: IsoDate;
  readonly effective: Period;
  readonly supersedes: readonly string[];
  readonly supersededBy: readonly string[];
  readonly issuer?: string;
  readonly theme: string;
  readonly scope: Text;
  readonly caveat?: Text;
  readonly sources: readonly Source[];
  readonly applies: Applicability;
  readonly clauses: readonly Clause[];
  /** How many clauses there are of each coverage; none of a coverage: absent. */
  readonly coverage: { readonly [coverage in Coverage]?: number };
  readonly elements: readonly ElementRow[];
  readonly citations: readonly Citation[];
};

/** One row of a data-element table. */
export type ElementRow = {
  /** Kebab-case id, unique within the standard: `assure-code`, `list-country`. */
  readonly id: string;
  /** Name as the specification writes it: `assureCode`. */
  readonly element: string;
  readonly path: string;
  readonly field: string;
  readonly part?: string;
  readonly name: Title;
  readonly occurs: 'M' | 'O' | 'C';
  readonly format?: string;
  readonly codes?: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly note?: Text;
  /** What another edition of the specification says of the element. */
  readonly editions?: { readonly [edition in Edition]?: EditionRow };
};

/** Where an edition's row differs; `absent`: the edition has no such element. */
export type EditionRow = {
  readonly absent?: boolean;
  readonly format?: string;
  readonly minLength?: number;
  readonly emptyAllowed?: boolean;
  /** White space around the value counts, where elsewhere it does not. */
  readonly whitespace?: 'preserve';
  /** Takes the place of the one value another edition fixes, and of its default. */
  readonly oneOf?: readonly string[];
};
