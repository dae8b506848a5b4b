import type { Repair } from '../model/repair.js';
import { withLostZeros } from '../vocabulary/index.js';
import { changed } from './characters.js';

/** A tariff code as tariffs print it, in groups: the points, hyphens and spaces between its digits go. */
export const hsDigits: Repair = {
  id: 'hs-digits',
  does: {
    en: 'points, hyphens and spaces of a tariff code taken out',
    'zh-CN': '去掉商品编码中的点号、连字符和空格',
    fr: 'points, traits d’union et espaces du code tarifaire retirés',
  },
  apply: ({ before, value, after }) => {
    if (!/^\d{2,}(?:[ .-]\d+)+$/u.test(value)) return undefined;
    const digits = value.replace(/[ .-]/gu, '');
    return /^\d{6,13}$/u.test(digits) ? changed(value, digits, before, after) : undefined;
  },
};

/**
 * Eleven digits that are a UPC-A number once the zero in front is put back. A number that is right as it stands, or that
 * the check digit does not prove, is left alone.
 */
export const gtinZero: Repair = {
  id: 'gtin-zero',
  does: {
    en: 'the zero put back before a barcode number, as its check digit proves',
    'zh-CN': '补回商品条码丢失的首位零（校验码可证）',
    fr: 'zéro initial du code-barres rétabli, la clé le prouve',
  },
  apply: ({ before, value, after }) => {
    const whole = /^\d{11}$/u.test(value) ? withLostZeros(value, 'gtin') : undefined;
    return whole && before + whole + after;
  },
};
