import { createHmac, randomBytes } from 'node:crypto';
import type { HidePersonal } from '../model/report.js';

/** A key for this run alone. It is written nowhere: nobody can try out numbers against its hashes. */
export function ownKey(): Uint8Array {
  return randomBytes(32);
}

// Letters and digits that are not taken for one another.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** 50 bits: two of a million people share a hash once in two thousand runs. */
const length = 10;

/**
 * Each value as `hash:` and ten characters, the same value always as the same. There are so few identity and telephone
 * numbers that a plain hash of one can be looked up; hence the key. White space around a value and the width of its
 * characters make no other value of it.
 */
export function hashPersonal(key: string | Uint8Array): HidePersonal {
  return (value) => {
    const plain = value.normalize('NFKC').trim();
    if (plain === '') return value;
    const digest = createHmac('sha256', key).update(plain).digest();
    let bits = digest.readUIntBE(0, 6) * 4 + ((digest[6] ?? 0) >> 6);
    let text = '';
    for (let index = 0; index < length; index++) {
      text = alphabet.charAt(bits % 32) + text;
      bits = Math.floor(bits / 32);
    }
    return `hash:${text}`;
  };
}
