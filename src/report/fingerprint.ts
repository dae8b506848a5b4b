import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.js';

/** What platforms recognise a finding by from run to run: SHA-256 of its key, hex. No line number, no message goes in. */
export function fingerprint({ key }: Pick<Finding, 'key'>): string {
  return createHash('sha256').update(key).digest('hex');
}
