import type { Member, Zip } from '../archive/zip.js';
import { nextAside } from '../workbook/markup.js';
import { partName, readPart } from '../workbook/package.js';
import { UnusualMarkup } from './listed-elements.js';
import type { NewPart } from './zip-rewrite.js';

/** The parts of a package that are changed as a whole, by their paths. */
export class SmallParts {
  readonly file: string;
  readonly #zip: Zip;
  readonly #members: ReadonlyMap<string, Member>;
  /** What each says now; nothing where it is left out. */
  readonly #now = new Map<Member, string | undefined>();
  readonly #added = new Map<string, string>();
  readonly #reserved: string[] = [];

  constructor(file: string, zip: Zip) {
    this.file = file;
    this.#zip = zip;
    this.#members = new Map(zip.members.map((member) => [partName(member.name).toLowerCase(), member]));
  }

  /** Paths of all parts. */
  paths(): readonly string[] {
    const left = this.#zip.members.filter((one) => !this.#now.has(one) || this.#now.get(one) !== undefined);
    return [...left.map(pathOf), ...this.#added.keys(), ...this.#reserved];
  }

  /** What a part says now; nothing where there is none. @throws UnusualMarkup for one that is no UTF-8 */
  async text(path: string): Promise<string | undefined> {
    const member = this.#members.get(path.toLowerCase());
    if (member === undefined) return this.#added.get(path);
    if (this.#now.has(member)) return this.#now.get(member);
    try {
      const bytes = await readPart(this.file, this.#zip, member);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw error instanceof TypeError ? new UnusualMarkup('encoding') : error;
    }
  }

  /** @throws UnusualMarkup where elements of the part cannot be told for sure, and what `edit` throws */
  async change(path: string, edit: (markup: string) => string): Promise<void> {
    const member = this.#members.get(path.toLowerCase());
    const markup = await this.text(path);
    if (markup === undefined) return;
    if (member === undefined) {
      this.#added.set(path, edit(markup));
      return;
    }
    const head = /^\uFEFF?<\?xml[^>]*\?>/u.exec(markup)?.[0].length ?? 0;
    const now = edit(markup);
    if (now === markup) return;
    if (nextAside(markup, head) >= 0) throw new UnusualMarkup('comment');
    this.#now.set(member, now);
  }

  /** A part that was not there. */
  add(path: string, text: string): void {
    this.#added.set(path, text);
  }

  /** Keeps a path for a part that is written by itself. */
  reserve(path: string): void {
    this.#reserved.push(path);
  }

  leaveOut(path: string): void {
    const member = this.#members.get(path.toLowerCase());
    if (member !== undefined) this.#now.set(member, undefined);
  }

  /** Names of the members that are no longer what they were. */
  changed(): readonly string[] {
    return [...this.#now.keys()].map(({ name }) => name);
  }

  *written(): Generator<NewPart> {
    for (const [{ name }, text] of this.#now) if (text !== undefined) yield { name, content: [text] };
    for (const [name, text] of this.#added) yield { name, content: [text] };
  }
}

function pathOf({ name }: Member): string {
  return partName(name);
}
