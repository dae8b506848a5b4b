import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../src/model/record.js';
import { notice, noticeIds, placeOf, type Reading, readAll } from './reading.js';

function elements({ records }: Reading): XmlElement[] {
  return records.flatMap((record) => (record.kind === 'element' ? [record.element] : []));
}

const message = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<ceb:M xmlns:ceb="urn:ceb" xmlns:x="urn:x" guid="G" x:v="1">',
  '  <ceb:Order><ceb:Head><ceb:no>品<!-- c -->名</ceb:no><ceb:t><![CDATA[a<b]]>&amp;&#x4E2D;</ceb:t></ceb:Head></ceb:Order>',
  '  <ceb:Order/><Sign xmlns="urn:sig">s</Sign>',
  '</ceb:M>',
].join('\r\n');

describe('messages', () => {
  test('records are whole trees with places, namespaces and text', async () => {
    const reading = await readAll(message, { layout: { path: 'Order' } });
    const [order, second] = elements(reading);
    expect(order).toMatchObject({ name: 'Order', prefix: 'ceb', namespace: 'urn:ceb', line: 3, column: 3 });
    const [no, text] = order?.children[0]?.children ?? [];
    expect(no).toMatchObject({ name: 'no', text: '品名', line: 3, column: 24 });
    expect(text).toMatchObject({ text: 'a<b&中', line: 3, column: 53 });
    expect(second).toMatchObject({ line: 4, column: 3, children: [] });
    expect(reading.outcome).toMatchObject({ complete: true, notices: [] });
  });

  test('the envelope is everything else, with a shell for each record', async () => {
    const { outcome } = await readAll(message, { layout: { path: 'Order' } });
    expect(outcome.envelope).toMatchObject({
      name: 'M',
      attributes: [
        { name: 'guid', value: 'G' },
        { name: 'x:v', value: '1' },
      ],
      children: [
        { name: 'Order', line: 3, column: 3, children: [] },
        { name: 'Order', line: 4, column: 3, children: [] },
        { name: 'Sign', namespace: 'urn:sig', prefix: '', text: 's', line: 4, column: 15 },
      ],
    });
  });

  test('the signature tells root, namespaces and paths', async () => {
    const { signature } = (await readAll(message)).opened;
    expect(signature.root).toMatchObject({
      name: 'M',
      namespace: 'urn:ceb',
      prefix: 'ceb',
      declared: ['urn:ceb', 'urn:x'],
      place: { line: 2, column: 1 },
    });
    expect(signature.paths).toEqual(['Order', 'Order/Head', 'Order/Head/no', 'Order/Head/t', 'Sign']);
  });

  test('records deeper down, and only at the very path', async () => {
    const feed =
      '<rss><channel><title>t</title><item><id>1</id><item/></item></channel><item/><channel><item/></channel></rss>';
    const found = elements(await readAll(feed, { layout: { path: 'channel/item' } }));
    expect(found.map(({ column }) => column)).toEqual([feed.indexOf('<item>') + 1, feed.lastIndexOf('<item/>') + 1]);
  });

  test('without a path the root is the record', async () => {
    const reading = await readAll('<r><a>1</a></r>');
    expect(elements(reading)).toMatchObject([{ name: 'r', children: [{ name: 'a', text: '1' }] }]);
    expect(reading.outcome.envelope).toMatchObject({ name: 'r', children: [] });
  });

  test('padding and shells have limits', async () => {
    const many = await readAll(`<r>${'<o/>\n'.repeat(25_000)}</r>`, { layout: { path: 'o' } });
    expect(many.records).toHaveLength(25_000);
    expect(many.outcome.envelope?.children).toHaveLength(20_000);
    const none = await readAll(`<r>${'<p/>'.repeat(120_000)}</r>`, { layout: { path: 'o' } });
    expect(noticeIds(none)).toEqual(['no-records']);
    const padded = await readAll(`<r><o/></r>${'\0'.repeat(9)}`, { layout: { path: 'o' }, cuts: [4] });
    expect(notice(padded, 'nul-characters')).toMatchObject({ values: { count: 9 }, location: { line: 1, column: 12 } });
    expect(padded.outcome.complete).toBe(true);
  });
});

describe('refusals and faults', () => {
  test.each([
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE r SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE r [<!ENTITY x SYSTEM "http://example.invalid/x">]>',
  ])('%s', async (doctype) => {
    for (const [cuts, space] of [
      [[], ''],
      [[1], ''],
      [[], '\n'],
      [[1], '\n<!-- -->\n'],
    ] as const) {
      const text = `<?xml version="1.0"?>\n<!-- <!DOCTYPE -->  ${doctype}${space}<r><o>&x;&b;</o></r>`;
      const reading = await readAll(text, { layout: { path: 'o' }, cuts });
      expect(reading.records).toEqual([]);
      expect(reading.outcome.notices).toMatchObject([
        { id: 'xml-doctype', weight: 'fatal', location: { line: 2, column: 21 } },
      ]);
      expect(reading.outcome.complete).toBe(false);
    }
  });

  test.each([
    ['<r><o/>\n<a>x</b></r>', 1, 2, 5],
    ['<r><o/>\n<a>R&D</a></r>', 1, 2, 5],
    ['<r><o/>\n<a b="R&D">&amp;</a>\n\n<b>&lt;</b></r>', 1, 2, 8],
    ['<r><o/>\n<a><!-- & --><![CDATA[&]]>&#0;</a></r>', 1, 2, 30],
    ['<r><o/>\n<a>&nbsp;</a></r>', 1, 2, 4],
    ['<r><o/>\n<a b=1/></r>', 1, 2, 6],
    ['<r><o/>\n<o>', 1, 2, 4],
    ['<r><o/></r>\n<s/>', 1, 2, 3],
    ['<r><o/>\n<o a="1" a="2"/></r>', 1, 2, 16],
  ])('not well-formed: %j', async (text, count, line, column) => {
    for (const cuts of [[], [1], [3]]) {
      const reading = await readAll(text, { layout: { path: 'o' }, cuts });
      expect(reading.records).toHaveLength(count);
      expect(notice(reading, 'xml-broken')).toMatchObject({ weight: 'fatal', location: { line, column } });
    }
  });

  test('a prefix nobody declared is a fault, and reading goes on', async () => {
    const reading = await readAll('<r><o><g:id>1</g:id></o><o/></r>', { layout: { path: 'o' } });
    expect(reading.records).toHaveLength(2);
    expect(notice(reading, 'xml-broken')).toMatchObject({ weight: 'fault' });
    expect(reading.outcome.complete).toBe(true);
  });

  test.each([
    ['depth', `<r><o/>${'<d>'.repeat(300)}`],
    ['attributes', `<r><o/><a ${Array.from({ length: 1100 }, (_, index) => `a${index}=""`).join(' ')}/></r>`],
    ['text', `<r><o/><a>${'x'.repeat(17 * 1024 ** 2)}</a></r>`],
    ['elements', `<r><o/><o>${'<l/>'.repeat(150_000)}</o></r>`],
    ['text', `<r><o/><a b="${'x'.repeat(17 * 1024 ** 2)}"/></r>`],
  ])('limit of %s', async (what, text) => {
    const reading = await readAll(text, { layout: { path: 'o' }, cuts: [64 * 1024] });
    expect(reading.records).toHaveLength(1);
    expect(notice(reading, 'limit-reached')).toMatchObject({ weight: 'fatal', values: { what } });
  });
});

type Written = {
  readonly text: string;
  readonly starts: readonly { readonly name: string; readonly offset: number }[];
};

/** Random documents, written by a writer of its own that notes where each start tag is. */
const content: fc.Arbitrary<Written> = fc.letrec<{ node: Written; inner: Written }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 4 },
    fc
      .constantFrom('x', '品', '😀', ' ', '\n', '\r\n', '\r', '<!-- <o> -->', '<![CDATA[<o>]]>', '&lt;', '<?pi <o?>')
      .map((text) => ({ text, starts: [] })),
    tie('node'),
  ),
  node: fc
    .tuple(
      fc.constantFrom('o', 'p:o', '品名', 'a.b'),
      fc.constantFrom('', ' a="1"', '\n a="<"'.replace('<', '>'), " p:b='😀'"),
      fc.array(tie('inner'), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([name, attributes, inner, short]) => {
      let text = `<${name}${attributes}`;
      const starts: { name: string; offset: number }[] = [{ name, offset: 0 }];
      if (short && inner.length === 0) return { text: `${text} />`, starts };
      text += '>';
      for (const piece of inner) {
        starts.push(...piece.starts.map((start) => ({ ...start, offset: start.offset + text.length })));
        text += piece.text;
      }
      return { text: `${text}</${name}>`, starts };
    }),
})).node;

function flat(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(flat)];
}

describe('properties', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });

  test('every start tag is where its place says, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 3 }), cuts, async (nodes, sizes) => {
        const root = '<r xmlns:p="urn:p">';
        const text = `\uFEFF<?xml version="1.0"?>\r\n${root}${nodes.map((node) => node.text).join('\n')}</r>`;
        const reading = await readAll(text, { cuts: sizes, layout: {} });
        const bare = text.slice(1);
        let base = bare.indexOf(root) + root.length;
        const wanted = nodes.flatMap((node) => {
          const here = node.starts.map(({ name, offset }) => ({
            name: name.replace('p:', ''),
            ...placeOf(bare, base + offset),
          }));
          base += node.text.length + 1;
          return here;
        });
        const found = elements(reading).flatMap(flat).slice(1);
        expect(found.map(({ name, line, column }) => ({ name, line, column }))).toEqual(wanted);
        expect(reading.outcome.complete).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any text at all gives the same however it is cut', async () => {
    const scrap = fc.constantFrom(
      '<o>',
      '</o>',
      '<o/>',
      '<',
      '>',
      '&',
      '&amp;',
      '"',
      'x',
      '品',
      '\r',
      '\n',
      ' ',
      '<!--',
      '-->',
      '<!DOCTYPE o>',
      ']]>',
      '<![CDATA[',
      '😀',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 15 }), cuts, async (scraps, sizes) => {
        const text = `<r>${scraps.join('')}</r>`;
        const whole = await readAll(text, { layout: { path: 'o' } });
        const cut = await readAll(text, { cuts: sizes, layout: { path: 'o' } });
        expect(elements(cut)).toEqual(elements(whole));
        expect(cut.outcome).toEqual(whole.outcome);
      }),
      { numRuns: 400 },
    );
  });
});
