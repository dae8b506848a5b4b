import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { RepairId } from '../model/repair.js';
import { identityOf } from './finding-identities.js';

/** A place at which rules fail that name repairs. There may be one in every row of a file: kept is only what is needed. */
export type Spot = {
  readonly location: Location;
  /** What the first finding quotes. */
  readonly actual: string;
  readonly repairs: readonly RepairId[];
  readonly findings: readonly SpotFinding[];
  readonly personal: boolean;
};

export type SpotFinding = { readonly rule: string; readonly identity: number };

type OpenSpot = Spot & { repairs: readonly RepairId[]; readonly findings: SpotFinding[]; personal: boolean };

/** More characters than a line has columns. */
const mostColumns = 2 ** 26;

/** The spots of all files, as findings come. */
export class Spots {
  readonly #repairsOf: (rule: string) => readonly RepairId[];
  /** By the name of the file, then by the sheet, then by line and column. */
  readonly #files = new Map<string, Map<string, Map<number, OpenSpot>>>();

  constructor(repairsOf: (rule: string) => readonly RepairId[]) {
    this.#repairsOf = repairsOf;
  }

  note(finding: Finding): void {
    const { rule, actual, location, personal } = finding;
    const repairs = this.#repairsOf(rule);
    if (repairs.length === 0 || actual === undefined || location.line === undefined) return;
    const sheets = entry(this.#files, location.file, () => new Map<string, Map<number, OpenSpot>>());
    const places = entry(sheets, location.sheet ?? '', () => new Map<number, OpenSpot>());
    const key = location.line * mostColumns + (location.column ?? 1);
    const spot = entry(places, key, (): OpenSpot => ({ location, actual, repairs, findings: [], personal }));
    spot.findings.push({ rule, identity: identityOf(finding) });
    if (spot.repairs !== repairs) spot.repairs = [...new Set([...spot.repairs, ...repairs])];
    spot.personal ||= personal;
  }

  /** Those of a file, and of what lies in it where it is a zip, as they stand in it. */
  of(name: string): readonly Spot[] {
    return [...this.#files]
      .filter(([file]) => file === name || file.startsWith(`${name}/`))
      .flatMap(([, sheets]) => [...sheets.values()].flatMap((places) => [...places.values()]));
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
