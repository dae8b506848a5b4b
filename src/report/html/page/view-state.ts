import { type Language, languages } from '../../../model/language.js';
import type { Severity } from '../../../model/standard.js';

/** What the reader has chosen. It is kept in the address, so that a view can be sent on or come back to. */
export type ViewState = {
  readonly language: Language;
  readonly theme: Theme;
  readonly sort: Sort;
  readonly filter: Filter;
};

export type Theme = 'auto' | 'light' | 'dark';
export type Sort = 'severity' | 'count' | 'standard' | 'place';

/** `''` and 0 do not filter. */
export type Filter = {
  readonly search: string;
  readonly standard: string;
  readonly rule: string;
  readonly severity: Severity | '';
  readonly file: string;
  /** Of a workbook. */
  readonly sheet: string;
  /** What the file calls the column. */
  readonly column: string;
  readonly state: FindingState | '';
  /** Records of the file, both ends included. */
  readonly from: number;
  readonly to: number;
};

type FindingState = 'open' | 'waived' | 'baseline';

export const themes: readonly Theme[] = ['auto', 'light', 'dark'];
export const sorts: readonly Sort[] = ['severity', 'count', 'standard', 'place'];
export const severityOrder: readonly Severity[] = ['error', 'warning', 'advice'];
export const findingStates: readonly FindingState[] = ['open', 'waived', 'baseline'];

export const noFilter: Filter = {
  search: '',
  standard: '',
  rule: '',
  severity: '',
  file: '',
  sheet: '',
  column: '',
  state: '',
  from: 0,
  to: 0,
};

/** Reads the part of an address after `#`; what it does not understand is left out. */
export function stateFrom(hash: string, language: Language): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: string): string => given.get(name) ?? '';
  const number = (name: string): number => (/^[1-9][0-9]{0,9}$/.test(text(name)) ? Number(text(name)) : 0);
  return {
    language: oneOf(languages, text('lang')) ?? language,
    theme: oneOf(themes, text('theme')) ?? 'auto',
    sort: oneOf(sorts, text('sort')) ?? 'severity',
    filter: {
      search: text('search'),
      standard: text('standard'),
      rule: text('rule'),
      severity: oneOf(severityOrder, text('severity')) ?? '',
      file: text('file'),
      sheet: text('sheet'),
      column: text('column'),
      state: oneOf(findingStates, text('state')) ?? '',
      from: number('from'),
      to: number('to'),
    },
  };
}

/** The part of an address that says this; empty where nothing differs from how the page opens. */
export function hashOf({ language, theme, sort, filter }: ViewState, opens: Language): string {
  const said = new URLSearchParams();
  if (language !== opens) said.set('lang', language);
  if (theme !== 'auto') said.set('theme', theme);
  if (sort !== 'severity') said.set('sort', sort);
  for (const [name, value] of Object.entries(filter)) if (value !== '' && value !== 0) said.set(name, String(value));
  return said.toString();
}

export function filters(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== '' && value !== 0);
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find((value) => value === text);
}
