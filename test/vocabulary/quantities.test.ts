import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/vocabulary/decimals.js';
import {
  parseQuantity,
  percentages,
  quantity,
  sumOfQuantities,
  unfinishedShares,
  unitNames,
} from '../../src/vocabulary/quantities.js';

const stated = (text: string, unit: string): string | undefined => {
  const found = parseQuantity(text, unit);
  if (found === undefined) return undefined;
  const [low, high] = [formatDecimal(found.low), formatDecimal(found.high)];
  return low === high ? low : `${low} to ${high}`;
};

describe('a quantity', () => {
  it.each([
    ['500 g', 'g', '500'],
    ['0.5kg', 'g', '500'],
    ['０．５千克', 'g', '500'],
    ['≤0.05 mg/m³', 'mg/m3', '0.05'],
    ['1,250 mAh', 'mAh', '1250'],
    ['5Ah', 'mAh', '5000'],
    ['478 kcal', 'kJ', '1999.952'],
    ['100-240V', 'V', '100 to 240'],
    ['3.6 V ~ 4.2 V', 'V', '3.6 to 4.2'],
    ['0.3', 'W', '0.3'],
    ['.5 L', 'mL', '500'],
    ['24％', '%', '24'],
  ])('“%s” in %s is %s', (text, unit, amount) => expect(stated(text, unit)).toBe(amount));

  it.each([
    ['500 g', 'mL'],
    ['未检出', 'mg/kg'],
    ['', 'g'],
    ['500 g (5×100 g)', 'g'],
    ['about 5', 'g'],
    ['12 months', 'g'],
    ['1.2.3 g', 'g'],
    ['9'.repeat(100), 'g'],
  ])('“%s” states none in %s', (text, unit) => expect(stated(text, unit)).toBeUndefined());

  it('is the same amount in every unit of its kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(...unitNames), (count, unit) => {
        expect(stated(`${count} ${unit}`, unit)).toBe(String(count));
      }),
    );
  });

  it('is held to its bounds, a range to both ends; other text passes', () => {
    const limit = { unit: 'mg/kg', max: '75' };
    expect(['75', '≤20 mg/kg', '0.02 g/kg', '未检出'].map((text) => quantity(text, limit))).toEqual(
      Array(4).fill(true),
    );
    expect(['75.1', '80mg/kg', '10-90 mg/kg'].map((text) => quantity(text, limit))).toEqual(Array(3).fill(false));
    expect(quantity('0', { unit: 'g', above: '0' })).toBe(false);
    expect(quantity('1000 g', { unit: 'g', below: '1000' })).toBe(false);
    expect(quantity('4.0-9.5', { unit: '%', min: '4', max: '9' })).toBe(false);
  });
});

describe('a sum of quantities', () => {
  const energy = {
    total: '能量',
    unit: 'kJ',
    terms: [
      { of: { 蛋白质: 'g' }, times: '17' },
      { of: { 脂肪: 'g' }, times: '37' },
      { of: { 碳水化合物: 'g' }, times: '17' },
    ],
    share: '0.1',
  };
  const power = { total: 'Wh', unit: 'Wh', terms: [{ of: { V: 'V', mAh: 'mAh' }, times: '0.001' }], tolerance: '0.5' };
  const holds = (record: { [field: string]: string }, operand: Parameters<typeof sumOfQuantities>[1]): boolean =>
    sumOfQuantities((field) => record[field], operand);

  it('adds up products, each in its own unit', () => {
    const table = { 蛋白质: '6.2g', 脂肪: '24.0克', 碳水化合物: '62.0 g' };
    expect(holds({ ...table, 能量: '2050千焦' }, energy)).toBe(true);
    expect(holds({ ...table, 能量: '490 kcal' }, energy)).toBe(true);
    expect(holds({ ...table, 能量: '490 kJ' }, energy)).toBe(false);
    expect(holds({ V: '3.7V', mAh: '10000mAh', Wh: '37Wh' }, power)).toBe(true);
    expect(holds({ V: '3.7V', mAh: '10Ah', Wh: '0.037 kWh' }, power)).toBe(true);
    expect(holds({ V: '5V', mAh: '10000mAh', Wh: '37Wh' }, power)).toBe(false);
  });

  it('passes where a field is absent, is no amount, or is a range', () => {
    expect(holds({ 能量: '490kJ', 蛋白质: '6.2g', 脂肪: '24g' }, energy)).toBe(true);
    expect(holds({ V: '5-20V', mAh: '10000mAh', Wh: '37Wh' }, power)).toBe(true);
    expect(holds({ V: '5V', mAh: '10000mAh', Wh: 'see label' }, power)).toBe(true);
  });
});

describe('percentages', () => {
  const whole = { total: '100', tolerance: '0.5' };

  it.each([
    '棉60% 聚酯纤维40%',
    '面料：羊毛100％；里料：聚酯纤维60%、棉40%',
    '100% cotton',
    '33.3% a 33.3% b 33.3% c',
    'no figures',
    '',
  ])('“%s” come to the whole', (text) => expect(percentages(text, whole)).toBe(true));

  it.each([
    ['棉60% 聚酯纤维30%', '90'],
    ['棉95% 氨纶6%', '101'],
    ['面料棉100%，里料棉80%', '80'],
  ])('“%s” come to %s', (text, sum) => {
    const found = unfinishedShares(text, whole);
    expect(found === undefined ? undefined : formatDecimal(found)).toBe(sum);
  });
});
