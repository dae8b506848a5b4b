import type { ByteSource, InputPart, SourceAccount } from '../../model/reading.js';
import { passedOver } from '../inputs.js';
import type { Intake } from '../intake.js';
import { type Cut, type UnfoldLimits, unfoldLimits } from '../unfold.js';
import { isPackage, readPackage, workbookParts } from '../workbook/index.js';
import { refusedPackage } from './other-packages.js';
import { keepAside } from './random-bytes.js';
import { emptyArchive, nestedArchive } from './refusals.js';
import { type Member, openZip, type Zip } from './zip.js';

/** Opens the parts of a file that lies in an archive. */
export type OpenMember = (source: ByteSource) => AsyncIterable<InputPart>;

/**
 * The sheets of a workbook, or the files of an archive, each with the parts it has itself. Throws UserError for what is
 * damaged, protected or of another kind.
 */
export async function* archiveParts(
  intake: Intake,
  limits: UnfoldLimits | undefined,
  openMember: OpenMember | undefined,
): AsyncGenerator<InputPart> {
  const bytes = await (intake.randomAccess?.() ?? keepAside(intake.name, intake.chunks()));
  const zip = await openZip(intake.name, bytes, limits ?? unfoldLimits);
  try {
    const other = refusedPackage(intake.name, zip);
    if (other !== undefined) throw other;
    if (isPackage(zip)) {
      const found = await readPackage(intake.name, zip);
      if ('main' in found) throw refusedPackage(intake.name, zip, found.main);
      let account: Promise<SourceAccount> | undefined;
      yield* workbookParts(found, async () => (account ??= intake.finish()));
    } else if (openMember === undefined) {
      throw nestedArchive(intake.name);
    } else {
      yield* memberParts(intake.name, zip, openMember);
    }
  } finally {
    await zip.close();
    await intake.close();
  }
}

async function* memberParts(file: string, zip: Zip, openMember: OpenMember): AsyncGenerator<InputPart> {
  const members = zip.members.filter(({ name }) => !passedOver(name));
  if (members.length === 0) throw emptyArchive(file);
  for (const member of members.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const source = memberSource(file, zip, member);
    const parts = openMember(source)[Symbol.asyncIterator]();
    try {
      yield* remaining(source.name, parts);
    } finally {
      await parts.return?.();
    }
  }
}

/** A member that cannot even be divided into parts is one part that says why when it is opened: the others go on. */
async function* remaining(file: string, parts: AsyncIterator<InputPart>): AsyncGenerator<InputPart> {
  for (;;) {
    let next: IteratorResult<InputPart>;
    try {
      next = await parts.next();
    } catch (error) {
      yield { file, open: () => Promise.reject(error) };
      return;
    }
    if (next.done) return;
    yield next.value;
  }
}

function memberSource(file: string, zip: Zip, member: Member): ByteSource {
  let cut: Cut | undefined;
  return {
    name: `${file}/${member.name}`,
    size: member.bytes,
    chunks: () => zip.chunks(member, (why) => (cut = why)),
    // The raw bytes of a member are counted by whoever reads them.
    finish: async () => ({ bytes: 0, digest: '', ...(cut && { cut }) }),
  };
}
