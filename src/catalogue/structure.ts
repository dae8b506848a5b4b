import type {
  ChildElement,
  ChildrenByPath,
  MessageStructure,
  StructureBreach,
  StructureRule,
} from '../model/format.js';
import type { Edition } from '../model/standard.js';
import { structureTexts } from '../text/element-texts.js';
import { present } from './present.js';
import type { RawStandard } from './raw.js';
import type { RawChildren, RawRow, RawStructure } from './raw-message.js';
import { ceiling, milder, strongest } from './severity.js';

const breaches: readonly StructureBreach[] = [
  'namespace',
  'attribute',
  'order',
  'unknown',
  'repeated',
  'missing',
  'content',
  'encoding',
];

const once = (element: string): ChildElement => ({ element, min: 1, max: 1 });

/** What is in a signature, by the schema of XML Signature the messages import. Its methods and keys may hold anything. */
const signature: ChildrenByPath = {
  Signature: [once('ds:SignedInfo'), once('ds:SignatureValue'), { element: 'ds:KeyInfo', min: 0, max: 1 }],
  'Signature/SignedInfo': [
    once('ds:CanonicalizationMethod'),
    once('ds:SignatureMethod'),
    { element: 'ds:Reference', min: 1, max: 0 },
  ],
  'Signature/SignedInfo/Reference': [
    { element: 'ds:Transforms', min: 0, max: 1 },
    once('ds:DigestMethod'),
    once('ds:DigestValue'),
  ],
};

const openInSignature: MessageStructure['open'] = {
  'Signature/KeyInfo': 'all',
  'Signature/SignedInfo/CanonicalizationMethod': 'all',
  'Signature/SignedInfo/SignatureMethod': 'all',
  'Signature/SignedInfo/Reference/Transforms': 'all',
  'Signature/SignedInfo/Reference/DigestMethod': 'all',
};

function openAs(path: string, value: RawChildren[string]): [string, 'content' | 'all'][] {
  if (value === 'any') return [[path, 'content']];
  return value === 'anything' ? [[path, 'all']] : [];
}

/** The shape of a standard's message and the rules that judge it. Without evidence of its own it has that of the sources. */
export function expandStructure(slug: string, raw: RawStructure, standard: RawStandard): MessageStructure {
  const children = childrenOf(raw.children, standard);
  const signs = children['']?.some(({ element }) => element === 'ds:Signature') === true;
  const open = Object.fromEntries(Object.entries(raw.children).flatMap(([path, value]) => openAs(path, value)));
  return present({
    standard: slug,
    format: raw.format,
    root: raw.root,
    namespace: raw.namespace,
    rules: structureRules(slug, raw, standard, children),
    attributes: (raw.attributes ?? []).map(({ name, required = false, pattern, at }) =>
      present({ name, required, pattern, at }),
    ),
    children: signs ? { ...children, ...signature } : children,
    open: signs ? { ...open, ...openInSignature } : open,
    editions: otherEditions(raw, standard, signs ? signature : {}),
    since: raw.since,
    signed: raw.signed,
  });
}

function structureRules(
  slug: string,
  raw: RawStructure,
  standard: RawStandard,
  children: ChildrenByPath,
): StructureRule[] {
  const evidence = raw.evidence ?? strongest(standard.sources.map((source) => source.evidence));
  const most = ceiling(evidence, standard.obligation);
  if (most === undefined) return [];
  const measured = Object.values(children).some((list) => list.some(({ length }) => length !== undefined));
  const asked: readonly StructureBreach[] = [
    ...breaches,
    ...(measured ? (['value'] as const) : []),
    ...(raw.signed === undefined ? [] : (['signature'] as const)),
  ];
  return asked.map((breach) =>
    present({
      id: `${slug}/structure.${breach}`,
      breach,
      standard: slug,
      clause: raw.clause,
      evidence,
      // Print and schema disagree about the signature; the schema is what customs checks by.
      severity: breach === 'signature' ? ('advice' as const) : milder(raw.severity ?? most, most),
      ...structureTexts(breach),
    }),
  );
}

function childrenOf(raw: RawChildren, standard: RawStandard, edition?: Edition): ChildrenByPath {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([path, value]) =>
      openAs(path, value).length > 0 ? [] : [[path, childrenAt(path, value, standard, edition)] as const],
    ),
  );
}

function childrenAt(
  path: string,
  value: RawChildren[string],
  standard: RawStandard,
  edition: Edition | undefined,
): ChildElement[] {
  if (typeof value === 'string') return elementsAt(path, standard, edition);
  return Object.entries(value).map(([element, [min, max, length]]) =>
    present({ element, min: Number(min ?? 0), max: Number(max ?? 0), length: lengthOf(length) }),
  );
}

/** `C3` exactly three characters, `C..100` at most a hundred. */
function lengthOf(code: number | string | undefined): ChildElement['length'] {
  const [, upTo, digits] = /^C(\.\.)?(\d+)$/.exec(String(code ?? '')) ?? [];
  if (digits === undefined) return undefined;
  return { min: upTo === undefined ? Number(digits) : 0, max: Number(digits) };
}

/** The rows of the tables with this path, in order: a mandatory element once, any other at most once. */
function elementsAt(path: string, standard: RawStandard, edition: Edition | undefined): ChildElement[] {
  return (standard.elements ?? [])
    .filter((table) => table.path === path)
    .flatMap((table) => table.rows)
    .filter((row) => !isAbsent(row, edition))
    .map((row) => ({ element: row.element, min: row.occurs === 'M' ? 1 : 0, max: 1 }));
}

function isAbsent({ editions }: RawRow, edition: Edition | undefined): boolean {
  return edition !== undefined && editions?.[edition]?.absent === true;
}

/** The children of editions that differ, in a structure's own paths or in a row. */
function otherEditions(raw: RawStructure, standard: RawStandard, common: ChildrenByPath): MessageStructure['editions'] {
  const rows = (standard.elements ?? []).flatMap((table) => table.rows);
  const differs = raw.editions?.['2018'] !== undefined || rows.some((row) => isAbsent(row, '2018'));
  if (!differs) return {};
  const children = childrenOf(raw.children, standard, '2018');
  return { '2018': { ...children, ...childrenOf(raw.editions?.['2018'] ?? {}, standard, '2018'), ...common } };
}
