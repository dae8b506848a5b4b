import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { XmlElement } from '../../src/model/record.js';
import { openFile } from '../../src/read/index.js';
import { completeMessage, type Node, nodesOf, specifications, write } from './complete-message.js';

/** Every element and attribute the reader found, as `name line:column`, in document order, records in their places. */
async function placesRead(text: string, record: string, cut: number): Promise<readonly string[]> {
  const bytes = Buffer.from(text);
  const source = {
    name: 'message.xml',
    chunks: async function* () {
      for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
    },
  };
  const opened = await openFile(source, {});
  const records: XmlElement[] = [];
  for await (const batch of opened.records({ path: record }))
    for (const one of batch) if (one.kind === 'element') records.push(one.element);
  const { envelope, complete } = opened.outcome();
  expect(complete).toBe(true);
  const told = (element: XmlElement): readonly string[] => {
    const whole =
      element.name === record
        ? (records.find(({ line, column }) => line === element.line && column === element.column) ?? element)
        : element;
    return [
      `${whole.name} ${whole.line}:${whole.column}`,
      ...whole.attributes.map(({ name, line, column }) => `@${name} ${line}:${column}`),
      ...whole.children.flatMap(told),
    ];
  };
  return envelope === undefined ? [] : told(envelope);
}

const texts = fc.oneof(
  fc.constantFrom('测试', '𠀀𠀁', 'a & <b>', 'x\ny', 'x\r\ny', '', '\t'),
  fc.string({ maxLength: 5, unit: fc.constantFrom('a', '中', '𠀀', ' ', '"', "'", '>') }),
);

it('every element and attribute of every message is where the reader says, on many lines or on one, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...specifications),
      fc.record({
        oneLine: fc.boolean(),
        prefix: fc.constantFrom('', 'ceb', '报文'),
        between: fc.constantFrom(' ', '  ', '\n', '\r\n\t'),
      }),
      fc.array(texts, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 3000 }),
      async (specification, layout, values, cut) => {
        let turn = 0;
        const filled = (node: Node): Node => ({
          ...node,
          attributes: node.row === undefined ? node.attributes : { 名: values[turn % values.length] ?? '', b: '1' },
          children: node.children.map(filled),
          ...(node.text === undefined ? {} : { text: values[turn++ % values.length] ?? '' }),
        });
        const root = filled(completeMessage(specification));
        const written = write(root, layout);
        const expected = [...nodesOf(root)].flatMap(({ node }) => {
          const { line, column } = written.placeOf(node);
          const attributes = Object.keys(node.attributes).map((name) => {
            const place = written.attributeOf(node, name);
            return `@${name} ${place.line}:${place.column}`;
          });
          return [`${node.name} ${line}:${column}`, ...attributes];
        });
        const record = root.children[0]?.name ?? '';
        expect(await placesRead(written.text, record, cut)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
