import type { Member, Zip } from '../../archive/zip.js';
import { UnusualMarkup } from '../../edit/listed-elements.js';
import type { NewPart } from '../../edit/zip-rewrite.js';
import { nextAside } from '../../workbook/markup.js';
import { partName, readPart } from '../../workbook/package.js';

/** The parts of a package that are changed as a whole, by their paths. */
export class SmallParts {
  readonly file: string;
  readonly #zip: Zip;
  readonly #members: ReadonlyMap<string, Member>;
  /** What each says now; nothing where it is left out. */
  readonly #now = new Map<Member, string | undefined>();

  constructor(file: string, zip: Zip) {
    this.file = file;
    this.#zip = zip;
    this.#members = new Map(zip.members.map((member) => [partName(member.name).toLowerCase(), member]));
  }

  /** Paths of all parts. */
  paths(): readonly string[] {
    return this.#zip.members.filter((one) => !this.#now.has(one) || this.#now.get(one) !== undefined).map(pathOf);
  }

  /** What a part says now; nothing where there is none. @throws UnusualMarkup for one that is no UTF-8 */
  async text(path: string): Promise<string | undefined> {
    const member = this.#members.get(path.toLowerCase());
    if (member === undefined || this.#now.has(member)) return member && this.#now.get(member);
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
    if (member === undefined || markup === undefined) return;
    const head = /^\uFEFF?<\?xml[^>]*\?>/u.exec(markup)?.[0].length ?? 0;
    const now = edit(markup);
    if (now === markup) return;
    if (nextAside(markup, head) >= 0) throw new UnusualMarkup('comment');
    this.#now.set(member, now);
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
  }
}

function pathOf({ name }: Member): string {
  return partName(name);
}
