import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const model = fileURLToPath(new URL('../fixtures/trades/bonded-import/', import.meta.url));
const messages = [
  { name: 'CEB311Message', record: 'Order' },
  { name: 'CEB411Message', record: 'Payment' },
  { name: 'CEB511Message', record: 'Logistics' },
  { name: 'CEB621Message', record: 'Inventory' },
];
/** Customs takes at most this many documents in one message. */
const perMessage = 100;

/**
 * Writes so many trades of four documents each (order, payment, waybill, customs list) as customs messages of 100
 * documents: the sample trade with numbers and buyers of its own.
 * @param faults every so many trades one document disagrees with the others; 0: none
 * @returns how many files were written
 */
export function writeTrades(folder, trades, faults = 0) {
  mkdirSync(folder, { recursive: true });
  let files = 0;
  for (const { name, record } of messages) {
    const text = readFileSync(join(model, `${name}.xml`), 'utf8');
    const start = text.indexOf(`  <ceb:${record}>`);
    const end = text.indexOf(`</ceb:${record}>`) + `</ceb:${record}>\n`.length;
    const [head, document, tail] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
    for (let first = 0; first < trades; first += perMessage) {
      const numbers = Array.from({ length: Math.min(perMessage, trades - first) }, (_, index) => first + index);
      const documents = numbers.map((number) => documentOf(document, number, name, faults));
      const file = `${name}-${String(first / perMessage).padStart(6, '0')}.xml`;
      writeFileSync(join(folder, file), head + documents.join('') + tail);
      files += 1;
    }
  }
  return files;
}

function documentOf(document, number, message, faults) {
  const serial = String(number).padStart(8, '0');
  const own = document
    .replaceAll('SYNO00000013', `SYNO${serial}`)
    .replaceAll('SYNP00000014', `SYNP${serial}`)
    .replaceAll('SYNW00000015', `SYNW${serial}`)
    .replaceAll('SYNC00000016', `SYNC${serial}`)
    .replaceAll('11000019000101112X', buyerOf(number))
    .replace(
      /(<ceb:guid>[0-9A-F-]{24})[0-9A-F]{12}/,
      (_, start) => start + number.toString(16).toUpperCase().padStart(12, '0'),
    );
  if (faults === 0 || number % faults !== 0 || message !== 'CEB411Message') return own;
  return own.replace('<ceb:amountPaid>289.29<', '<ceb:amountPaid>290.29<');
}

const provinces = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number with a right check character that fits no living person: no county, born in 1900. */
function buyerOf(number) {
  const province = provinces[Math.floor(number / 999) % provinces.length];
  const body = `${province}000019000101${String((number % 999) + 1).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}
