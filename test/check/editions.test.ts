import { beforeAll, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { Edition } from '../../src/model/standard.js';
import { checkFiles } from '../cli/structural.js';
import { change, completeMessage, nodesOf, specifications, write } from '../messages/complete-message.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

/** A message with one record for each of these sets of values, otherwise complete. */
function message(slug: string, records: readonly { readonly [element: string]: string }[]): string {
  const specification = specifications.find((one) => one.slug === slug);
  if (specification === undefined) throw new Error(`no ${slug}`);
  const [record = ''] = Object.keys(specification.raw.structure?.children[''] ?? {});
  const texts = records.map((values) => {
    let whole = completeMessage(specification);
    // The edition of 2018 takes numbers of 18 digits alone.
    const settled = slug === 'ceb603' ? { invtNo: '1'.repeat(18), ...values } : values;
    for (const [element, text] of Object.entries(settled)) {
      const found = [...nodesOf(whole)].find(({ node }) => node.row?.element === element)?.node;
      if (found === undefined) throw new Error(`no ${element} in ${slug}`);
      whole = change(whole, found, (one) => [{ ...one, text }]);
    }
    return write(whole).text;
  });
  const cut = new RegExp(`\\s*<${record}>[\\s\\S]*</${record}>`);
  const [first = ''] = texts;
  return first.replace(cut, () => texts.map((text) => cut.exec(text)?.[0] ?? '').join(''));
}

function source(name: string, text: string): ByteSource {
  return {
    name,
    chunks: async function* () {
      yield Buffer.from(text);
    },
  };
}

async function told(files: { readonly [name: string]: string }, edition?: Edition) {
  const sources = Object.entries(files).map(([name, text]) => source(name, text));
  const { notices } = await checkFiles(compiled, sources, edition === undefined ? {} : { edition });
  return notices.flatMap(({ id, values, location }) =>
    id.startsWith('edition') ? [{ id, ...values, at: `${location.file} ${location.name ?? ''}` }] : [],
  );
}

const long = 'W'.repeat(40);

it('a message that fits both editions, or only the one it is judged by, is nothing to tell', async () => {
  expect(await told({ 'a.xml': message('ceb505', [{ logisticsNo: 'W'.repeat(32) }]) })).toEqual([]);
  expect(await told({ 'a.xml': message('ceb603', [{ invtNo: '1'.repeat(20) }]) })).toEqual([]);
  expect(await told({ 'a.xml': message('ceb505', [{ logisticsNo: long }]) }, '2018')).toEqual([]);
});

it('what fits only the other edition is told once a file, at its first place', async () => {
  const text = message('ceb603', [{ logisticsNo: long }, { logisticsNo: 'W' }, { ebpCode: 'E'.repeat(19) }]);
  const said = { id: 'edition-other', edition: '2018', judged: '2022', elements: 'logisticsNo, ebpCode', count: 2 };
  expect(await told({ 'a.xml': text })).toEqual([{ ...said, at: 'a.xml logisticsNo' }]);
});

it('so is what fits the newer edition where the older is asked for', async () => {
  const said = await told({ 'a.xml': message('ceb605', [{ invtNo: '1'.repeat(20) }]) }, '2018');
  expect(said).toEqual([
    { id: 'edition-other', edition: '2022', judged: '2018', elements: 'invtNo', count: 1, at: 'a.xml invtNo' },
  ]);
});

it('what fits neither is a fault and no matter of editions', async () => {
  expect(await told({ 'a.xml': message('ceb505', [{ logisticsNo: 'W'.repeat(81) }]) })).toEqual([]);
  expect(await told({ 'a.xml': message('ceb603', [{ logisticsNo: long, invtNo: '1'.repeat(20) }]) })).toEqual([]);
});

it('editions also differ in how many lines a document may have', async () => {
  const text = message('ceb509', [{}]);
  const lines = text.replace(/\s*<DepartureList>[\s\S]*<\/DepartureList>/, (line) => line.repeat(101));
  expect(await told({ 'a.xml': lines })).toEqual([]);
  expect(await told({ 'a.xml': lines }, '2018')).toMatchObject([
    { id: 'edition-other', edition: '2022', elements: 'DepartureList' },
  ]);
});

it.each([
  ['in one file', { 'a.xml': [{ logisticsNo: long }, { invtNo: '1'.repeat(20) }] }, 'a.xml'],
  ['in two', { 'a.xml': [{ logisticsNo: long }], 'b.xml': [{ invtNo: '1'.repeat(20) }] }, 'b.xml'],
  ['in either order', { 'a.xml': [{ invtNo: '1'.repeat(20) }], 'b.xml': [{ logisticsNo: long }] }, 'a.xml'],
])('documents of two editions %s are told once', async (_how, files, newer) => {
  const texts = Object.fromEntries(Object.entries(files).map(([name, records]) => [name, message('ceb603', records)]));
  const said = await told(texts);
  const older = newer === 'a.xml' && 'b.xml' in files ? 'b.xml' : 'a.xml';
  expect(said.filter(({ id }) => id === 'editions-mixed')).toEqual([
    {
      id: 'editions-mixed',
      edition: '2018',
      elements: 'logisticsNo',
      other: '2022',
      others: 'invtNo',
      where: expect.stringMatching(`^${newer}:\\d+$`),
      at: `${older} logisticsNo`,
    },
  ]);
  expect(said.filter(({ id }) => id === 'edition-other')).toHaveLength(1);
});
