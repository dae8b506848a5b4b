import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalise, repository } from './normalising.js';

const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n${items.join('\n')}\n</channel></rss>\n`;

describe('feeds', () => {
  it('take the element of the g namespace where both are filled', async () => {
    const { records } = await normalise(
      rss(
        '<item><title>Plain</title><g:title>Ours</g:title><g:id>A</g:id><link>l</link><g:link/></item>',
        '<item><g:title>B</g:title><title>Plain</title></item>',
      ),
    );
    expect(records.map((record) => record.fields)).toEqual([
      { title: { und: 'Ours' }, sku: 'A', link: 'l' },
      { title: { und: 'B' } },
    ]);
    expect(records[0]?.locate('/title')).toEqual({
      file: 'file',
      line: 3,
      column: 27,
      record: 1,
      pointer: '/title',
      name: 'g:title',
    });
    expect(records[0]?.locate('/link')).toMatchObject({ line: 3, name: 'link' });
    expect(records[1]?.locate('/brand')).toMatchObject({ line: 4, column: 1, name: 'item' });
  });

  it('add up repeated elements of a list, keep the first filled of anything else', async () => {
    const { records } = await normalise(
      rss(
        '<item>\n<g:image_link>1</g:image_link>\n<g:additional_image_link></g:additional_image_link>\n<g:additional_image_link>2</g:additional_image_link>\n<g:additional_image_link>3</g:additional_image_link>\n<g:brand/>\n<g:brand>B</g:brand>\n<g:brand>C</g:brand>\n</item>',
      ),
    );
    expect(records[0]?.fields).toEqual({ images: ['1', '2', '3'], brand: 'B' });
    expect(
      ['/images/0', '/images/1', '/images/2', '/brand'].map((pointer) => records[0]?.locate(pointer).line),
    ).toEqual([4, 6, 7, 9]);
  });

  it('read links that are attributes', async () => {
    const { records } = await normalise(
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry><id>tag:x</id><g:id>A</g:id><link href="https://s.example/a"/></entry></feed>',
    );
    expect(records[0]?.fields).toEqual({ sku: 'A', link: 'https://s.example/a' });
    expect(records[0]?.locate('/link')).toMatchObject({ name: 'link' });
  });

  it('say once which elements nobody knows', async () => {
    const { notices } = await normalise(
      rss('<item><g:id>A</g:id><g:colour>red</g:colour></item>', '<item><g:colour>red</g:colour></item>'),
    );
    expect(notices.map(({ id, values, location }) => [id, values, location.line])).toEqual([
      ['column-unknown', { header: 'colour', nearest: 'color' }, 3],
    ]);
  });

  it('have no place for what the format cannot say', async () => {
    const { normaliser } = await normalise(rss('<item><g:id>A</g:id></item>'));
    expect(['brand', 'priceCurrency', 'hsCode'].map(normaliser.provides)).toEqual([true, true, false]);
  });
});

describe('messages', () => {
  const trade = readFileSync(join(repository, 'fixtures/quickstart/trade/ceb311.xml'), 'utf8');
  const lineOf = (text: string): number => trade.slice(0, trade.indexOf(text)).split('\n').length;

  it('have heads and lines', async () => {
    const { records, envelope, normaliser, notices } = await normalise(trade);
    expect(records[0]?.fields['orderNumber']).toBeTypeOf('string');
    const lines = (trade.split('</ceb:Order>')[0] ?? '').split('<ceb:OrderList>').length - 1;
    expect(records[0]?.fields['lines']).toHaveLength(lines);
    expect(records[0]?.locate('/orderNumber')).toMatchObject({ line: lineOf('orderNo>'), name: 'ceb:orderNo' });
    expect(records[0]?.locate('/lines/0/sku')).toMatchObject({ line: lineOf('itemNo>') });
    expect(records[0]?.locate('/lines')).toMatchObject({ line: lineOf('OrderList>') });
    expect(envelope?.fields).toHaveProperty('transferCode');
    expect(normaliser.provides('lines.unit')).toBe(true);
    expect(notices).toEqual([]);
  });

  it('keep an empty element in the raw view alone', async () => {
    const { records } = await normalise(
      '<CEB311Message xmlns="http://www.chinaport.gov.cn/ceb"><Order><OrderHead><orderNo>1</orderNo><note> </note><freight/></OrderHead><OrderList><gnum>1</gnum><note></note><barCode> 69</barCode></OrderList></Order></CEB311Message>',
    );
    expect(records[0]?.fields).toEqual({ orderNumber: '1', lines: [{ lineNumber: '1', gtin: '69' }] });
    expect(records[0]?.raw).toEqual({
      orderNumber: '1',
      note: ' ',
      freight: '',
      lines: [{ lineNumber: '1', note: '', gtin: ' 69' }],
    });
    expect(records[0]?.locate('/freight').name).toBe('freight');
    expect(records[0]?.locate('/lines/0/note').name).toBe('note');
    expect(records[0]?.locate('/lines/0/unit').name).toBe('OrderList');
    expect(records[0]?.locate('/discount').name).toBe('OrderHead');
    expect(records[0]?.locate('/lines/3/unit').name).toBe('Order');
    expect(records[0]?.locate('').name).toBe('Order');
  });
});
