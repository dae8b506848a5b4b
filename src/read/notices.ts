import type { Location } from '../model/location.js';
import type { Place } from '../model/reading.js';
import type { NoticeId, ReadNotice } from '../model/record.js';

type Values = { readonly [name: string]: string | number };
type Entry = { id: NoticeId; weight: ReadNotice['weight']; location: Location; values: Values; count: number };

/** What a reader noticed, in the order of the file. The same thing noticed often is one notice with its first place and a count. */
export class Notices {
  readonly #file: string;
  readonly #entries: Entry[] = [];
  readonly #counted = new Map<NoticeId, Entry>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Something of which every case is worth its own notice. */
  add(id: NoticeId, weight: ReadNotice['weight'], place: Place | undefined, values: Values = {}, extra = {}): void {
    this.#push(id, weight, place, values, extra);
  }

  /** Something that may happen a million times: the first case gives place and values, later ones only count. */
  tally(
    id: NoticeId,
    weight: ReadNotice['weight'],
    first: () => { place: Place; values?: Values; extra?: object },
  ): void {
    const known = this.#counted.get(id);
    if (known) {
      known.count++;
      return;
    }
    const { place, values = {}, extra = {} } = first();
    const entry = this.#push(id, weight, place, values, extra);
    entry.count = 1;
    this.#counted.set(id, entry);
  }

  /** More cases of something tallied before. */
  more(id: NoticeId, cases: number): void {
    const known = this.#counted.get(id);
    if (known) known.count += cases;
  }

  get fatal(): boolean {
    return this.#entries.some((entry) => entry.weight === 'fatal');
  }

  list(): readonly ReadNotice[] {
    const inOrder = [...this.#entries].sort((a, b) => byPlace(a.location, b.location) || (a.id < b.id ? -1 : 1));
    return inOrder.map(({ id, weight, location, values, count }) => ({
      id,
      weight,
      location,
      values: count > 0 ? { ...values, count } : values,
    }));
  }

  #push(id: NoticeId, weight: ReadNotice['weight'], place: Place | undefined, values: Values, extra: object): Entry {
    const location: Location = { file: this.#file, ...place, ...extra, pointer: '' };
    const entry = { id, weight, location, values, count: 0 };
    this.#entries.push(entry);
    return entry;
  }
}

/** What has no place is about the file and comes first. */
function byPlace(a: Location, b: Location): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
