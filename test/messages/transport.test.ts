import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { Report } from '../../src/model/report.js';
import { checkFiles } from '../cli/structural.js';
import { change, completeMessage, nodesOf, specifications, write } from './complete-message.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

async function check(content: string | Uint8Array): Promise<Report> {
  const bytes = Buffer.from(content);
  return checkFiles(compiled, [
    {
      name: 'wrapped.xml',
      chunks: async function* () {
        yield bytes;
      },
    },
  ]);
}

const order = (text?: string): string => {
  const specification = specifications.find(({ slug }) => slug === 'ceb303');
  if (specification === undefined) throw new Error('no ceb303');
  const whole = completeMessage(specification);
  const guid = [...nodesOf(whole)].find(({ node }) => node.row?.element === 'guid')?.node;
  if (guid === undefined || text === undefined) return write(whole).text;
  return write(change(whole, guid, (one) => [{ ...one, text }])).text;
};

const wrapper = (data: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<dxp:DxpMsg xmlns:dxp="http://www.chinaport.gov.cn/dxp" ver="1.0">
  <dxp:TransInfo>
    <dxp:CopMsgId>SYN-1</dxp:CopMsgId>
    <dxp:SenderId>DXPENTTEST000001</dxp:SenderId>
    <dxp:ReceiverIds>
      <dxp:ReceiverId>DXPEDCCEB0000001</dxp:ReceiverId>
    </dxp:ReceiverIds>
    <dxp:CreatTime>2026-11-23T08:00:00</dxp:CreatTime>
    <dxp:MsgType>CEB303Message</dxp:MsgType>${more}
  </dxp:TransInfo>
  <dxp:Data>${data}</dxp:Data>
  <dxp:AddInfo>
    <dxp:FileName>order.xml</dxp:FileName>
    <dxp:IsText Encode="UTF-8"/>
  </dxp:AddInfo>
</dxp:DxpMsg>
`;
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

const structural = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ rule }) => /structure|format|missing/.test(rule))
    .map(({ rule, location }) => `${location.file}:${location.line}:${location.column} ${rule}`);

it('the wrapper and the message in it are both checked', async () => {
  const report = await check(wrapper(base64(order())));
  expect(report.inputs.map(({ file, format, records }) => [file, format, records])).toEqual([
    ['wrapped.xml', 'dxpmsg', 1],
    ['wrapped.xml/Data', 'ceb303', 1],
  ]);
  expect([structural(report), report.notRun]).toEqual([[], []]);
});

it('a fault inside is placed in the message, a fault outside in the wrapper', async () => {
  const report = await check(wrapper(base64(order('short')), '<dxp:More/>'));
  expect(structural(report)).toEqual([
    'wrapped.xml:10:45 dxpmsg/structure.unknown',
    'wrapped.xml/Data:5:7 ceb303/guid.format',
  ]);
});

it('the message may be packed, wrapped at 76 columns, or in CDATA', async () => {
  const lines = base64(gzipSync(order())).replace(/(.{76})/g, '$1\r\n');
  for (const data of [lines, `<![CDATA[${base64(order())}]]>`]) {
    const report = await check(wrapper(data));
    expect(report.inputs.map(({ format }) => format)).toEqual(['dxpmsg', 'ceb303']);
    expect([structural(report), report.notRun]).toEqual([[], []]);
  }
});

it.each([
  ['no Base64', 'not base64 at all!', /not Base64/],
  ['cut off', base64(order()).slice(0, -3), /not Base64/],
  ['nothing', '', /Base64|nothing|empty/],
  ['something else', base64('just words'), /./],
  ['a DOCTYPE inside', base64(order().replace('\n', '\n<!DOCTYPE x>\n')), /DOCTYPE/],
])('Data with %s is never green', async (_name, data, said) => {
  const report = await check(wrapper(data));
  expect(report.verdict).toBe('incomplete');
  expect(report.notRun.map(({ reason }) => reason.en)).toEqual([expect.stringMatching(said)]);
});

it.each([
  ['a sign that is none', (data: string) => `${data.slice(0, 40)}#${data.slice(41)}`, 40, /“#”/],
  ['a bracket', (data: string) => `${data.slice(0, 40)}]${data.slice(40)}`, 40, /“]”/],
  ['an end within', (data: string) => `${data.slice(0, 12)}=${data.slice(13)}`, 12, /“=”/],
  ['its end cut off', (data: string) => data.slice(0, 41), 41, /cut off/],
])('Data with %s is placed by its character, Chinese before it or not', async (_what, spoil, at, said) => {
  const data = spoil(base64(order()));
  const single = wrapper(data).replace('<dxp:SenderId>', '<!-- 传输报文 --><dxp:SenderId>').replaceAll(/\n */g, '');
  const report = await check(single);
  const [missed] = report.notRun;
  expect(missed?.reason.en).toMatch(said);
  const offset = single.indexOf('<dxp:Data>') + '<dxp:Data>'.length + at;
  expect([missed?.location?.line, missed?.location?.column]).toEqual([1, [...single.slice(0, offset)].length + 1]);
});

it.each(['<dxp:Data/>', '<dxp:Data></dxp:Data>', '<dxp:Data> <![CDATA[ ]]> </dxp:Data>'])(
  'nothing in %s is said, never green',
  async (empty) => {
    const report = await check(wrapper('').replace('<dxp:Data></dxp:Data>', empty));
    expect(report.notRun.map(({ reason }) => reason.en)).toEqual([expect.stringMatching(/empty/)]);
  },
);

it('a second Data may not be, and is checked all the same', async () => {
  const report = await check(wrapper(base64(order())).replace(/( *<dxp:Data>.*<\/dxp:Data>\n)/, '$1$1'));
  expect(report.inputs.map(({ file }) => file)).toEqual(['wrapped.xml', 'wrapped.xml/Data', 'wrapped.xml/Data[2]']);
  expect(structural(report)).toContainEqual(expect.stringContaining('dxpmsg/structure.repeated'));
});

/** The wrapper of the nodes around another. */
const between = (inner: string, svNo = '<SvNo Ver="1.0"><MsgId>SYN-1</MsgId></SvNo>'): string =>
  inner
    .replace(/<\?xml[^>]*\?>\n/, '')
    .replace(
      /^/,
      `<?xml version="1.0" encoding="UTF-8"?>
<DxpMsgSv xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0">
${svNo}
`,
    )
    .concat('</DxpMsgSv>');

it('the wrapper between nodes is read with what it holds, places its own', async () => {
  const report = await check(between(wrapper(base64(order('short')))));
  expect(report.inputs.map(({ file, format, records }) => [file, format, records])).toEqual([
    ['wrapped.xml', 'dxpmsgsv', 1],
    ['wrapped.xml/Data', 'ceb303', 1],
  ]);
  expect(structural(report)).toEqual(['wrapped.xml/Data:5:7 ceb303/guid.format']);
  const faulty = await check(
    between(wrapper(base64(order()), '<dxp:More/>').replace('DXPENTTEST000001', 'X'.repeat(17))),
  );
  expect(structural(faulty)).toEqual([
    'wrapped.xml:7:5 dxpmsgsv/sender-id.format',
    'wrapped.xml:12:45 dxpmsgsv/structure.unknown',
  ]);
  expect(structural(await check(between(wrapper(base64(order())), '')))).toEqual([
    'wrapped.xml:2:1 dxpmsgsv/structure.missing',
  ]);
});

it('a batch of messages may be zipped within', async () => {
  const { zipSync } = await import('fflate');
  const file = (text: string) => Buffer.from(text);
  const batch = zipSync({ 'a.xml': file(order()), 'b.xml': file(order('short')) });
  const report = await check(wrapper(base64(batch)));
  expect(report.inputs.map(({ file: name, format }) => [name, format])).toEqual([
    ['wrapped.xml', 'dxpmsg'],
    ['wrapped.xml/Data/a.xml', 'ceb303'],
    ['wrapped.xml/Data/b.xml', 'ceb303'],
  ]);
  expect(structural(report)).toEqual(['wrapped.xml/Data/b.xml:5:7 ceb303/guid.format']);
});

it('wrappers may be zipped, and a wrapper in a wrapper is opened', async () => {
  const { zipSync } = await import('fflate');
  const file = (text: string) => Buffer.from(text);
  const nested = wrapper(base64(wrapper(base64(order()))));
  const report = await check(zipSync({ 'a.xml': file(wrapper(base64(order()))), 'b.xml': file(nested) }));
  expect(report.inputs.map(({ file: name, format }) => `${name} ${format}`)).toEqual([
    'wrapped.xml/a.xml dxpmsg',
    'wrapped.xml/a.xml/Data ceb303',
    'wrapped.xml/b.xml dxpmsg',
    'wrapped.xml/b.xml/Data dxpmsg',
    'wrapped.xml/b.xml/Data/Data ceb303',
  ]);
});

it('a wrapper in UTF-16 is opened too', async () => {
  const text = wrapper(base64(order())).replace('UTF-8"?>', 'UTF-16"?>');
  const report = await check(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  expect(report.inputs.map(({ format }) => format)).toEqual(['dxpmsg', 'ceb303']);
});

it('a wrapper without Data says so itself', async () => {
  const report = await check(wrapper('').replace(/ *<dxp:Data><\/dxp:Data>\n/, ''));
  expect(structural(report)).toEqual(['wrapped.xml:2:1 dxpmsg/structure.missing']);
});
