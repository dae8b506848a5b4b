/** The catalogue's files as their schemas let them through: what an author writes, before anything is inherited or expanded. */

import type { Term } from '../model/codes.js';
import type { Condition } from '../model/condition.js';
import type { DigitsKind, FieldType } from '../model/document.js';
import type {
  CellReading,
  Column,
  FormLabel,
  Grouping,
  JsonLayout,
  Recognition,
  TableLayout,
} from '../model/format.js';
import type { Text, Title } from '../model/language.js';
import type {
  AcrossExample,
  AlikeFields,
  Clause,
  CodeMatch,
  Direction,
  Edition,
  Evidence,
  Example,
  FieldPairs,
  IsoDate,
  Level,
  Obligation,
  Period,
  Severity,
  Source,
  Status,
} from '../model/standard.js';
import type { RawStructure, RawTable } from './raw-message.js';

export type RawApplies = {
  readonly documents?: readonly string[];
  readonly direction?: Direction;
  readonly modes?: readonly (string | number)[];
  readonly exceptModes?: readonly (string | number)[];
  readonly categories?: readonly string[];
  readonly formats?: readonly string[];
  readonly exceptFormats?: readonly string[];
  readonly onlyClaimed?: true;
  readonly editions?: readonly Edition[];
};

export type RawStandard = {
  readonly number: string;
  readonly title: Title;
  readonly level: Level;
  readonly obligation: Obligation;
  readonly status: Status;
  readonly statusConfirmed?: boolean;
  readonly issued?: IsoDate;
  readonly effective?: Period;
  readonly supersedes?: readonly string[];
  readonly supersededBy?: readonly string[];
  readonly issuer?: string;
  readonly theme: string;
  readonly scope: Text;
  readonly caveat?: Text;
  readonly sources: readonly Source[];
  readonly applies?: RawApplies;
  readonly clauses?: readonly Clause[];
  readonly rules?: readonly (RawRule | RawCitation)[];
  readonly elements?: readonly RawTable[];
  readonly across?: readonly RawAcross[];
  readonly structure?: RawStructure;
};

export type RawRule = {
  readonly id: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity: Severity;
  readonly message: Text;
  readonly remedy: Text;
  readonly expects?: Text;
  readonly rationale?: Text;
  readonly part?: string;
  readonly when?: Condition;
  readonly where?: Condition;
  readonly require: Condition;
  readonly applies?: RawApplies;
  readonly effective?: Period;
  readonly needs?: readonly string[];
  readonly fix?: string | readonly string[];
  readonly examples?: {
    readonly pass?: readonly Example[];
    readonly fail?: readonly Example[];
    readonly knownGap?: readonly Example[];
  };
};

export type RawCitation = { readonly cite: string; readonly clause?: string; readonly evidence: Evidence };

export type RawAcross = {
  readonly id: string;
  readonly clause?: string;
  readonly evidence: Evidence;
  readonly severity: Severity;
  readonly message: Text;
  readonly remedy: Text;
  readonly applies?: RawApplies;
  readonly when?: Condition;
  readonly unique?: { readonly part?: string; readonly fields: readonly string[] };
  readonly reconcile?: RawReconcile;
  readonly limit?: {
    readonly by: readonly string[];
    readonly date: string;
    readonly sum: readonly string[];
    readonly max: string;
    readonly once?: readonly string[];
  };
  readonly examples?: { readonly pass?: readonly AcrossExample[]; readonly fail?: readonly AcrossExample[] };
};

type RawAgreement = {
  readonly on: FieldPairs;
  readonly equal?: FieldPairs;
  readonly atMost?: FieldPairs;
  readonly match?: readonly CodeMatch[];
  readonly alike?: readonly AlikeFields[];
};

export type RawReconcile = RawAgreement & {
  readonly part?: string;
  readonly with: string;
  readonly withPart?: string;
  readonly partner?: boolean;
  readonly formats?: readonly string[];
  readonly exceptFormats?: readonly string[];
  readonly elsewhere?: boolean;
  readonly lines?: RawAgreement & {
    readonly part: string;
    readonly with?: string;
    readonly complete?: boolean | 'here';
  };
};

export type RawField = {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly meaning?: Title;
  readonly unit?: string;
  readonly codes?: readonly string[];
  readonly levels?: string;
  readonly example?: string;
  readonly digits?: DigitsKind;
  readonly personal?: boolean;
  readonly equivalents?: { readonly [vocabulary: string]: string };
};

export type RawPart = {
  readonly id: string;
  readonly title: Text;
  readonly selfWhenAbsent?: boolean;
  readonly fields: readonly (string | RawField)[];
};

export type RawDocument = {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly key: readonly string[];
  readonly fields: readonly RawField[];
  readonly parts?: readonly RawPart[];
  readonly placeholders?: readonly string[];
};

export type RawColumn = {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly pattern?: string;
  readonly field?: string;
  readonly fields?: readonly string[];
  readonly recalled?: readonly string[];
  readonly read?: CellReading;
  readonly unitIn?: string;
  readonly languageIn?: string;
  readonly nameIn?: string;
  readonly pairs?: readonly RawColumn[];
  readonly prefix?: string;
  readonly local?: boolean;
  readonly repeats?: NonNullable<Column['repeats']>;
  readonly ignore?: boolean;
};

export type RawFormLabel = Pick<FormLabel, 'label' | 'field' | 'read'> & {
  readonly aliases?: readonly string[];
  readonly value?: FormLabel['value'];
};

export type RawFormat = {
  readonly id: string;
  readonly title: Title;
  readonly document: string;
  readonly container: 'table' | 'json' | 'xml';
  readonly direction?: Direction;
  readonly evidence: Evidence;
  readonly sources: readonly Source[];
  readonly note?: Text;
  readonly recognise: Recognition;
  readonly grouping?: Grouping;
  readonly columns?: readonly RawColumn[];
  readonly table?: Omit<TableLayout, 'form'> & { readonly form?: readonly RawFormLabel[] };
  readonly xml?: {
    readonly record: string;
    readonly parts?: { readonly [element: string]: string };
    readonly heads?: readonly string[];
    readonly envelope?: string;
  };
  readonly json?: JsonLayout;
};

export type RawCodeEntry = Title & { readonly code: string; readonly aliases?: readonly string[] };

export type RawCodeList = {
  readonly id: string;
  readonly title: Title;
  readonly standard?: string;
  readonly complete: boolean;
  readonly dated?: IsoDate;
  readonly sources: readonly Source[];
  readonly note?: Text;
  readonly entries?: readonly RawCodeEntry[];
  /** Codes without names, a group in each line: what they begin with, then the ways they go on. */
  readonly grouped?: string;
};

export type RawTermList = {
  readonly id: string;
  readonly title: Title;
  readonly note?: Text;
  readonly sources: readonly Source[];
  readonly terms: readonly Term[];
};

export type RawProfile = {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly direction?: Direction;
  readonly modes?: readonly (string | number)[];
  readonly categories?: readonly string[];
  readonly claims?: readonly string[];
  readonly standards?: readonly string[];
  readonly skip?: readonly string[];
  readonly severity?: { readonly [rule: string]: Severity };
};

export type RawCategories = readonly {
  readonly id: string;
  readonly title: Text;
  readonly parent?: string;
  readonly hs?: readonly string[];
  readonly words?: readonly string[];
}[];

export type RawRetired = readonly string[];

/** Ids of all rules ever published. */
export type RawLedger = readonly string[];

/** What each kind of file holds. */
export type RawByKind = {
  readonly standard: RawStandard;
  readonly document: RawDocument;
  readonly format: RawFormat;
  readonly 'code-list': RawCodeList;
  readonly 'term-list': RawTermList;
  readonly profile: RawProfile;
  readonly categories: RawCategories;
  readonly retired: RawRetired;
  readonly ledger: RawLedger;
};

export type FileKind = keyof RawByKind;
