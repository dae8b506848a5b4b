import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckDigitKind } from '../../src/model/condition.js';
import { hasCheckDigit, rightCheckDigit } from '../../src/vocabulary/check-digits.js';

/** Published examples of the schemes; the placeholders among the wrong ones circulate as examples too. */
const vectors: { readonly [kind in CheckDigitKind]: { right: readonly string[]; wrong: readonly string[] } } = {
  gtin: {
    right: ['2102134001507', '6901234567892', '036000291452', '96385074'],
    wrong: ['6901234567891', '2102134001500', '690123456789', '', '69012345678920000', '690123456789２'],
  },
  sscc: { right: ['006141411234567890'], wrong: ['006141411234567891', '06141411234567890'] },
  gln: { right: ['6901234567892'], wrong: ['6901234567891', '96385074'] },
  uscc: {
    right: [
      '91350100M000100Y43',
      '91110105771583283D',
      '91110000802100433B',
      '91110108551385082Q',
      '51610700305332460K',
      '91440300359143307G',
    ],
    wrong: [
      '91350100M000100Y4Z',
      '91350200M000000510',
      '91350100M000100Y42',
      '91350100m000100y43',
      '91350100M000100Y4',
    ],
  },
  'organisation-code': { right: ['M000100Y4', 'M000100Y-4'], wrong: ['M000100Y5', 'm000100y4'] },
  'citizen-id': {
    right: ['11010519491231002X', '440524188001010014', '34052419800101001X', '513101198201130014'],
    wrong: ['110105194912310021', '440524188001010015', '11010519491231002x', '110105491231002'],
  },
  isbn: { right: ['9780306406157', '0306406152'], wrong: ['9780306406158', '0306406153', '9770306406150'] },
  imei: { right: ['123412341234564', '490154203237518'], wrong: ['123412341234565', '490154203237517'] },
  'food-licence': {
    right: ['SC11834020305037', 'SC11464010500015', 'SC11333019700024', 'SC12434017430075'],
    wrong: ['SC10600000000000', 'SC12345678901234', 'SC11834020305038', '11834020305037', 'sc11834020305037'],
  },
};

const kinds = Object.keys(vectors) as readonly CheckDigitKind[];
const creditAlphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const credit = (length: number) =>
  fc.array(fc.constantFrom(...creditAlphabet), { minLength: length, maxLength: length }).map((all) => all.join(''));
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

/** Everything before the check character. */
const bodies: { readonly [kind in CheckDigitKind]: fc.Arbitrary<string> } = {
  gtin: fc.constantFrom(7, 11, 12, 13).chain(digits),
  sscc: digits(17),
  gln: digits(12),
  uscc: fc.tuple(credit(2), digits(6), credit(9)).map((pieces) => pieces.join('')),
  'organisation-code': fc.stringMatching(/^[0-9A-Z]{8}$/),
  'citizen-id': fc.tuple(digits(6), day, digits(3)).map((pieces) => pieces.join('')),
  isbn: fc.oneof(
    digits(9),
    digits(9).map((rest) => `978${rest}`),
  ),
  imei: digits(14),
  'food-licence': digits(13).map((rest) => `SC${rest}`),
};

const identifier = (kind: CheckDigitKind) =>
  bodies[kind].map((body) => {
    const ending = rightCheckDigit(`${body}0`, kind);
    expect(ending).toMatch(/^[0-9A-Z]$/);
    return body + ending;
  });

describe.each(kinds)('%s', (kind) => {
  it.each(vectors[kind].right)('accepts %s', (value) => expect(hasCheckDigit(value, kind)).toBe(true));
  it.each(vectors[kind].wrong)('refuses “%s”', (value) => expect(hasCheckDigit(value, kind)).toBe(false));

  it('accepts what it completes, and every other ending fails', () => {
    fc.assert(
      fc.property(identifier(kind), fc.constantFrom(...creditAlphabet), (value, other) => {
        expect(hasCheckDigit(value, kind)).toBe(true);
        expect(hasCheckDigit(value.slice(0, -1) + other, kind)).toBe(value.endsWith(other));
      }),
    );
  });

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(identifier(kind), fc.nat(17), fc.nat(35), (value, at, shift) => {
        const place = at % value.length;
        const old = value.charAt(place);
        const alphabet = alphabetAt(kind, value, place);
        const other = alphabet.charAt((alphabet.indexOf(old) + 1 + (shift % (alphabet.length - 1))) % alphabet.length);
        fc.pre(weigh(kind, other) !== weigh(kind, old) && !(kind === 'isbn' && value.length === 13 && place < 3));
        expect(hasCheckDigit(value.slice(0, place) + other + value.slice(place + 1), kind)).toBe(false);
      }),
    );
  });

  it('notices two neighbours that changed places, where the scheme promises it', () => {
    fc.assert(
      fc.property(identifier(kind), fc.nat(17), (value, at) => {
        const place = at % (value.length - 1);
        const [a = '', b = ''] = [value.charAt(place), value.charAt(place + 1)];
        fc.pre(weigh(kind, a) !== weigh(kind, b) && promisesTransposition(kind, value, a, b));
        const swapped = value.slice(0, place) + b + a + value.slice(place + 2);
        expect(hasCheckDigit(swapped, kind)).toBe(false);
      }),
    );
  });
});

function alphabetAt(kind: CheckDigitKind, value: string, place: number): string {
  if (kind === 'uscc') return place > 1 && place < 8 ? '0123456789' : creditAlphabet.join('');
  const last = place === value.length - 1;
  if (kind === 'organisation-code') return last ? '0123456789X' : '0123456789';
  return last && (kind === 'citizen-id' || (kind === 'isbn' && value.length === 10)) ? '0123456789X' : '0123456789';
}

/** An organisation code counts letters to 35, modulo 11: it cannot tell A from L. */
function weigh(kind: CheckDigitKind, character: string): number {
  const value = Number.parseInt(character, 36);
  return kind === 'organisation-code' ? value % 11 : value;
}

/** Modulo 10 with weights 3 and 1 misses neighbours five apart; Luhn misses 09 and 90. A prime modulus misses none. */
function promisesTransposition(kind: CheckDigitKind, value: string, a: string, b: string): boolean {
  // MOD 11,10 carries what is left over from digit to digit, and promises no more than nearly all.
  if (kind === 'food-licence') return a === 'S';
  if (kind === 'imei') return a + b !== '09' && a + b !== '90';
  // An X at the end of an organisation code stands for 10, before it for 33.
  if (kind === 'organisation-code' && (a === 'X' || b === 'X')) return false;
  const prime = kind === 'uscc' || kind === 'citizen-id' || kind === 'organisation-code' || value.length === 10;
  return prime || Math.abs(Number(a) - Number(b)) !== 5;
}

describe('the right ending', () => {
  it('is told for a wrong one, and for nothing that has not the shape', () => {
    expect(rightCheckDigit('6901234567890', 'gtin')).toBe('2');
    expect(rightCheckDigit('91350100M000100Y4Z', 'uscc')).toBe('3');
    for (const kind of kinds) expect(rightCheckDigit('none of it', kind)).toBeUndefined();
  });

  it('a citizen number names a real day', () => {
    const body = '11010519490230002';
    expect(hasCheckDigit(`${body}${rightCheckDigit(`${body}0`, 'citizen-id')}`, 'citizen-id')).toBe(false);
  });
});
