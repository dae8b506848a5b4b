import { isUtf8 } from 'node:buffer';
import { type Entry, getFileNameLowLevel } from 'yauzl';

/** The entry says itself that its name is UTF-8. */
const utf8Flag = 0x800;
/** Extra field in which older packers repeat the name in UTF-8. */
const unicodePath = 0x7075;

/**
 * Name of a member, with forward slashes. Chinese systems write names in GBK without saying so, so a name that neither
 * claims to be UTF-8 nor is, is GB18030 where it can be, and else what the zip format says: code page 437.
 */
export function memberName(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return nameOf(generalPurposeBitFlag, fileNameRaw, extraFields).replaceAll('\\', '/');
}

function nameOf(flags: number, raw: Buffer, extraFields: Entry['extraFields']): string {
  const said = (flags & utf8Flag) !== 0 || extraFields.some(({ id }) => id === unicodePath);
  if (said) return getFileNameLowLevel(flags, raw, extraFields, true);
  if (isUtf8(raw)) return raw.toString('utf8');
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(raw);
  } catch {
    return getFileNameLowLevel(flags, raw, extraFields, true);
  }
}
