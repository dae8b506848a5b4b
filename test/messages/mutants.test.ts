import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/catalogue-choice.js';
import type { CompiledCatalogue } from '../../src/model/compiled.js';
import type { ByteSource } from '../../src/model/reading.js';
import type { Report } from '../../src/model/report.js';
import { run } from '../../src/run.js';
import { requestOf } from '../request.js';
import {
  change,
  completeMessage,
  type Layout,
  type Node,
  nodesOf,
  type Specification,
  sizeOf,
  specifications,
  write,
} from './complete-message.js';
import { type Mutant, mutantsOf } from './mutants.js';

let compiled: CompiledCatalogue;
beforeAll(async () => {
  compiled = await openCatalogue(undefined, '2026-11-23');
});

const structural = /\/(structure\.(?!signature)[a-z]+|[a-z0-9-]+\.(missing|format|code))$/;

type Found = { readonly rule: string; readonly line: number | undefined; readonly column: number | undefined };

/** The structural findings of each of these texts, judged by the specification alone, all in one run. */
async function judge(slug: string, texts: readonly string[]): Promise<readonly (readonly Found[])[]> {
  const inputs = texts.map((text, index) => sourceOf(String(index), text));
  const report: Report = await run({
    compiled,
    inputs,
    request: requestOf({ standards: [slug] }),
    failOn: 'never',
    maxFindings: 100_000,
    tool: { name: 'borderlint', version: 'test' },
    requestSummary: {},
  });
  expect(report.notRun).toEqual([]);
  const found: Found[][] = texts.map(() => []);
  for (const { rule, location } of report.findings)
    if (structural.test(rule))
      found[Number(location.file)]?.push({ rule, line: location.line, column: location.column });
  return found;
}

function sourceOf(name: string, text: string): ByteSource {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
    },
  };
}

/** Every fourth mutant, unless all are asked for; which ones differs from message to message. */
const share = 4;
const thorough = process.env['BORDERLINT_MUTANTS'] === 'all';

/** Layouts in turn: lines and a default namespace, lines and a prefix, all on one line. */
const layouts: readonly Layout[] = [{}, { prefix: 'ceb' }, { oneLine: true }, { oneLine: true, prefix: 'ceb' }];

describe('every fault the element tables can name', () => {
  let total = 0;
  let tried = 0;
  for (const [turn, specification] of specifications.entries()) {
    const { slug } = specification;
    it(`${slug}: is caught, at its place, and alone`, async () => {
      const every = [...mutantsOf(specification)];
      total += every.length;
      const mutants = thorough ? every : every.filter((_, index) => index % share === turn % share);
      tried += mutants.length;
      const written = mutants.map(({ root }, index) => write(root, layouts[index % layouts.length]));
      const found = await judge(
        slug,
        written.map(({ text }) => text),
      );
      const missed = mutants.flatMap((mutant, index) => {
        const { attribute } = mutant;
        const places = mutant.at.map((node) =>
          attribute === undefined ? written[index]?.placeOf(node) : written[index]?.attributeOf(node, attribute),
        );
        const wrong = wrongOf(slug, mutant, places, found[index] ?? []);
        return wrong === undefined ? [] : [`${mutant.kind} ${mutant.about}: ${wrong}`];
      });
      expect(missed).toEqual([]);
    });
  }
  it('there are thousands of them', () => {
    expect(total).toBeGreaterThan(9000);
    expect(tried).toBeGreaterThan(2000);
  });
});

type Places = readonly ({ readonly line: number; readonly column: number } | undefined)[];

/** Undefined where the mutant's fault, and nothing else, was found where it may be. */
function wrongOf(slug: string, { rules }: Mutant, places: Places, found: readonly Found[]): string | undefined {
  const said = found.map(({ rule, line, column }) => `${rule}@${line}:${column}`).join(' ');
  const isThere = ({ line, column }: Found): boolean =>
    places.some((place) => place?.line === line && place?.column === column);
  const caught = found.filter(({ rule }) =>
    rules.some((name) => rule === `${slug}/${name}` || rule.endsWith(`-${name}`)),
  );
  if (caught.length === 0) return `not caught; found: ${said}`;
  if (!caught.some(isThere))
    return `elsewhere: ${said}; expected ${places.map((place) => `${place?.line}:${place?.column}`).join(' ')}`;
  return found.every(isThere) ? undefined : `more than the fault: ${said}`;
}

describe('what the schemas accept', () => {
  for (const specification of specifications) {
    const { slug } = specification;
    it(`${slug}: a complete message, and every value at its limits, passes`, async () => {
      const whole = completeMessage(specification);
      const fullest = ['测', '𠀀'].map((character) => stretched(whole, character));
      const messages = [whole, ...fullest, ...atTheLimits(whole)];
      const found = await judge(
        slug,
        messages.map((root, index) => write(root, layouts[index % layouts.length]).text),
      );
      expect(found.flat()).toEqual([]);
    });
  }

  it('an export message with everything repeated as often as it may be', async () => {
    const specification = specifications.find(({ slug }) => slug === 'ceb303');
    if (specification === undefined) throw new Error('no ceb303');
    const [found] = await judge('ceb303', [write(filledUp(specification)).text]);
    expect(found).toEqual([]);
  });
});

/** Every text of the tables that is no code or date, as long as it may be. */
function stretched(root: Node, character: string): Node {
  const children = root.children.map((child) => stretched(child, character));
  const { row } = root;
  const same = { ...root, children };
  if (row === undefined) return same;
  const size = sizeOf(row);
  const free =
    row.fixed === undefined &&
    row.oneOf === undefined &&
    row.codes === undefined &&
    row.dateForm === undefined &&
    row.pattern === undefined;
  return size.kind === 'text' && free ? { ...same, text: character.repeat(size.max) } : same;
}

/** The message with each number in each of the ways a number may be written. */
function* atTheLimits(root: Node): Generator<Node> {
  for (const { node } of nodesOf(root)) {
    const { row } = node;
    if (row === undefined || row.fixed !== undefined || row.min !== undefined) continue;
    const size = sizeOf(row);
    if (size.kind !== 'number') continue;
    const whole =
      size.total === Number.POSITIVE_INFINITY
        ? ['0', '-1', '10000', '+7', '007']
        : ['9'.repeat(size.total), '0', '+5', '05'];
    const broken =
      size.fraction === 0
        ? []
        : [
            `${'9'.repeat(size.total - size.fraction)}.${'9'.repeat(size.fraction)}`,
            `0.${'0'.repeat(size.fraction - 1)}1`,
            '1.0000000000',
            '-0.5',
            '.5',
            '5.',
          ];
    const spaced = row.whitespace === 'collapse' ? [' 5 ', '\n5\t'] : [];
    for (const text of [...whole, ...broken, ...spaced]) yield change(root, node, (one) => [{ ...one, text }]);
  }
}

function filledUp(specification: Specification): Node {
  const fill = (node: Node, path: string): Node => {
    const listed = specification.raw.structure?.children[path];
    const children = node.children.flatMap((child) => {
      const below = fill(child, path === '' ? child.name : `${path}/${child.name}`);
      const most = typeof listed === 'object' ? Number(listed[child.name]?.[1] ?? 1) : 1;
      return Array.from({ length: Math.max(most, 1) }, () => ({ ...below }));
    });
    return { ...node, children };
  };
  return fill(completeMessage(specification), '');
}
