import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { recognise } from '../../src/normalise/index.js';
import { openParts } from '../../src/read/index.js';
import { catalogue, repository, textSource } from './normalising.js';

/** The formats a file's tables are recognised as, or why they are not. */
async function answers(path: string): Promise<readonly string[]> {
  const found = new Set<string>();
  try {
    for await (const part of openParts(textSource(readFileSync(path)))) {
      const opened = await part.open();
      const one = recognise(catalogue().formats, opened);
      await opened.close();
      if (one.kind === 'format') found.add(one.format.id);
      else found.add(one.kind === 'tie' ? `tie ${one.formats.map(({ id }) => id).join(' ')}` : 'unknown');
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return ['refused'];
  }
  // A workbook has sheets beside its tables: settings, lists of values, instructions.
  if (found.size > 1) found.delete('unknown');
  return [...found];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .sort();
}

const clean = filesBelow(join(repository, 'fixtures/listings'))
  .concat(existsSync(join(repository, 'fixtures/shipments')) ? filesBelow(join(repository, 'fixtures/shipments')) : [])
  .filter((path) => /clean\.\w+$/.test(path));

describe('the files in the repository', () => {
  it.each(clean.map((path) => [relative(repository, path).split('/').at(-2) ?? '', path]))('%s', async (id, path) => {
    expect(await answers(path)).toEqual([id]);
  });

  it.each([
    ['shopify-products.csv', 'shopify-products-classic'],
    ['filing-table.csv', 'cn-filing-table'],
    ['trade/ceb311.xml', 'ceb311'],
    ['trade/ceb411.xml', 'ceb411'],
    ['trade/ceb511.xml', 'ceb511'],
    ['trade/ceb621.xml', 'ceb621'],
  ])('quickstart %s', async (file, id) => {
    expect(await answers(join(repository, 'fixtures/quickstart', file))).toEqual([id]);
  });
});

const samples = join(repository, '../shared/samples');

/** Which format each real file is of, as the notes beside the files say. */
const known: { readonly [file: string]: readonly string[] } = {
  'amazon-json-listings-feed.json': ['amazon-json-listings-feed'],
  'etsy-ceramics-it.csv': ['etsy-listings'],
  'google-feed-atom-bedding.xml': ['google-merchant-atom'],
  'google-feed-medical-device.tsv': ['google-merchant'],
  'magento-configurable-products.csv': ['magento-products'],
  'mrshopplus-goods-import-zh.xlsx': ['mrshopplus-import'],
  'open-food-facts-sample.jsonl': ['open-food-facts-json'],
  'prestashop-combinations-import.csv': ['prestashop-combinations'],
  'prestashop-products-import.csv': ['prestashop-products'],
  'shopify-apparel.csv': ['shopify-products-classic'],
  'shopify-new-template-2026.csv': ['shopify-products-2024'],
  'shopify-products-api.json': ['shopify-product-json'],
  'shopify-swimwear-customs-metafields.csv': ['shopify-products-classic'],
  'ubl-catalogue-peppol.xml': ['ubl-catalogue'],
  'woocommerce-sample-products.csv': ['woocommerce-products'],
  'amazon-send-to-amazon-zh.xlsx': ['amazon-send-to-amazon'],
  'cn-export-document-pack-filled-head.xlsx': ['cn-export-document-pack', 'cn-export-declaration-draft'],
  'cn-export-document-pack-template.xlsx': [
    'cn-export-document-pack',
    'cn-export-declaration-draft',
    'cn-export-order-list',
  ],
  'easypost-customs-info.json': ['easypost-shipment'],
  'edifact-cuscar-d95b.edi': ['refused'],
  'fba-carton-lists-zh.xlsx': ['fba-carton-list-cn'],
  'orders-gbk-zh.csv': ['generic-order-table'],
  'shopify-inventory-export.csv': ['shopify-inventory'],
  'shopify-order-api.json': ['shopify-order-json'],
  'ubl-despatch-advice-peppol.xml': ['ubl-despatch-advice'],
  // Its root is called CEB214.
  'CEB214Message-official2022-21183458.xml': ['unknown'],
};

function expected(path: string): readonly string[] {
  const name = path.split('/').at(-1) ?? '';
  return known[name] ?? [/ceb\d{3}/i.exec(name)?.[0].toLowerCase() ?? 'unknown'];
}

if (existsSync(samples)) {
  it.each(filesBelow(samples).map((path) => [relative(samples, path), path]))('sample %s', async (name, path) => {
    expect(await answers(path)).toEqual(expected(name));
  });
} else {
  it.skip('the sample files are not on this machine: their recognition is not tested', () => undefined);
}
