import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { recognise } from '../../src/normalise/index.js';
import { openFile } from '../../src/read/index.js';
import { catalogue, repository, textSource } from './normalising.js';

/** The format a file is recognised as, or why it is not. */
async function answer(path: string): Promise<string> {
  try {
    const opened = await openFile(textSource(readFileSync(path)));
    const found = recognise(catalogue().formats, opened);
    await opened.close();
    if (found.kind === 'format') return found.format.id;
    return found.kind === 'tie' ? `tie ${found.formats.map((format) => format.id).join(' ')}` : 'unknown';
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw error;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .sort();
}

const clean = filesBelow(join(repository, 'fixtures/listings')).filter((path) => /clean\.\w+$/.test(path));

describe('the files in the repository', () => {
  it.each(clean.map((path) => [relative(repository, path).split('/').at(-2) ?? '', path]))('%s', async (id, path) => {
    expect(await answer(path)).toBe(id);
  });

  it.each([
    ['shopify-products.csv', 'shopify-products-classic'],
    ['filing-table.csv', 'cn-filing-table'],
    ['trade/ceb311.xml', 'ceb311'],
    ['trade/ceb411.xml', 'ceb411'],
    ['trade/ceb511.xml', 'ceb511'],
    ['trade/ceb621.xml', 'ceb621'],
  ])('quickstart %s', async (file, id) => {
    expect(await answer(join(repository, 'fixtures/quickstart', file))).toBe(id);
  });
});

const samples = join(repository, '../shared/samples');

/** Listings and shipments that are no `unknown`. */
const answers: { readonly [file: string]: string } = {
  'google-feed-atom-bedding.xml': 'google-merchant-atom',
  'google-feed-medical-device.tsv': 'google-merchant',
  'shopify-apparel.csv': 'shopify-products-classic',
  'shopify-swimwear-customs-metafields.csv': 'shopify-products-classic',
  'woocommerce-sample-products.csv': 'woocommerce-products',
  'mrshopplus-goods-import-zh.xlsx': 'refused',
  'amazon-send-to-amazon-zh.xlsx': 'refused',
  'cn-export-document-pack-filled-head.xlsx': 'refused',
  'cn-export-document-pack-template.xlsx': 'refused',
  'fba-carton-lists-zh.xlsx': 'refused',
  'edifact-cuscar-d95b.edi': 'refused',
  // Its root is called CEB214.
  'CEB214Message-official2022-21183458.xml': 'unknown',
};

function expected(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return answers[name] ?? /ceb\d{3}/i.exec(name)?.[0].toLowerCase() ?? 'unknown';
}

if (existsSync(samples)) {
  it.each(filesBelow(samples).map((path) => [relative(samples, path), path]))('sample %s', async (name, path) => {
    expect(await answer(path)).toBe(expected(name));
  });
} else {
  it.skip('the sample files are not on this machine: their recognition is not tested', () => undefined);
}
