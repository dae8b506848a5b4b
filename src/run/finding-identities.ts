import type { Finding } from '../model/finding.js';

/**
 * What makes a breach the same before and after a repair, as a number: columns move when a text before it on the line
 * changes its length. 53 bits of a hash; of a million breaches, one in nine thousand million others would pass for known.
 */
export function identityOf({ rule, location, field = '' }: Finding): number {
  const { file, sheet, record, cell, pointer } = location;
  return hashOf([rule, file, sheet ?? '', record ?? '', cell ?? '', pointer, field].join('\n'));
}

function hashOf(text: string): number {
  let low = 0x2545f491;
  let high = 0x6b43a9b5;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
    high = Math.imul(high + code, 0x27d4eb2f) ^ (high >>> 13);
  }
  low = Math.imul(low ^ high, 0x85ebca6b);
  high = Math.imul(high ^ (low >>> 16), 0xc2b2ae35);
  return ((high ^ (high >>> 14)) & 0x1fffff) * 0x100000000 + ((low ^ (low >>> 13)) >>> 0);
}

/** A set of identities, sixteen bytes or so each. */
export class Identities {
  /** A place that holds -1 is free. */
  #places = new Float64Array(1024).fill(-1);
  #size = 0;

  add(identity: number): void {
    if (this.#size * 2 >= this.#places.length) this.#grow();
    const at = this.#placeOf(identity);
    if (this.#places[at] === identity) return;
    this.#places[at] = identity;
    this.#size += 1;
  }

  has(identity: number): boolean {
    return this.#places[this.#placeOf(identity)] === identity;
  }

  /** Where the identity is, or would be. */
  #placeOf(identity: number): number {
    let at = identity % this.#places.length;
    for (let here = this.#places[at]; here !== -1 && here !== identity; here = this.#places[at])
      at = (at + 1) % this.#places.length;
    return at;
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Float64Array(old.length * 2).fill(-1);
    for (const identity of old) if (identity !== -1) this.#places[this.#placeOf(identity)] = identity;
  }
}
