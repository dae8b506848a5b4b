import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price,Variant Barcode,Image Src,Status';

/** Writes a Shopify product export: two variants a product, some bodies over several lines, every GTIN right. */
export async function writeListing(file, rows) {
  const stream = createWriteStream(file);
  stream.write(`${header}\r\n`);
  for (let i = 0; i < rows; i++) {
    const product = Math.floor(i / 2);
    const first = i % 2 === 0;
    const body = product % 30 === 0 ? '"<p>手工上釉的陶瓷茶杯,\n容量180毫升</p>"' : '<p>Cup 180 ml</p>';
    const own = first ? `Cup ${product},${body},Marunoko,Cups,"tea, cup",true,Color` : ',,,,,,';
    const cells = [`cup-${product}`, own, first ? 'White' : 'Blue', `CUP-${i}`, '180', '12.50', gtin(i), '', 'active'];
    if (!stream.write(`${cells.join(',')}\r\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

/** GTIN-13 with the GS1 demonstration prefix 952. */
function gtin(number) {
  const body = `952${String(number).padStart(9, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return body + ((10 - (sum % 10)) % 10);
}
