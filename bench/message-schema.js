import { fileURLToPath } from 'node:url';
import { loadBuiltCatalogue } from '../dist/src/catalogue/built.js';

const built = fileURLToPath(new URL('../dist/catalogue', import.meta.url));

/**
 * An XML Schema of customs messages, made from our own element tables: which elements, in which order, how often, how
 * long, which numbers. It knows no codes, no arithmetic and no other message.
 * @param formats ids such as ceb311
 */
export function messageSchema(formats) {
  const { catalogue } = loadBuiltCatalogue(built);
  const roots = formats.map((format) => {
    const structure = catalogue.structures.find((one) => one.format === format);
    const { elements } = catalogue.standards.find((one) => one.slug === structure.standard);
    const rows = new Map(elements.map((row) => [`${row.path}/${row.element}`, row]));
    return `<xs:element name="${structure.root}">${complex(structure, rows, '')}</xs:element>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.chinaport.gov.cn/ceb" targetNamespace="http://www.chinaport.gov.cn/ceb" elementFormDefault="qualified">',
    ...roots,
    '</xs:schema>\n',
  ].join('\n');
}

function complex(structure, rows, path) {
  const children = structure.children[path].map(({ element, min, max }) => {
    const often = `minOccurs="${min}" maxOccurs="${max === 0 ? 'unbounded' : max}"`;
    if (element.includes(':')) return `<xs:any namespace="##other" processContents="skip" ${often}/>`;
    const below = path === '' ? element : `${path}/${element}`;
    const content = structure.children[below] === undefined ? simple(rows.get(below)) : complex(structure, rows, below);
    return `<xs:element name="${element}" ${often}>${content}</xs:element>`;
  });
  const attributes =
    path === '' ? structure.attributes.map(({ name }) => `<xs:attribute name="${name}" type="xs:string"/>`) : [];
  return `<xs:complexType><xs:sequence>${children.join('')}</xs:sequence>${attributes.join('')}</xs:complexType>`;
}

/** `C36`, `C..60`, `N19,5`, `N4`; what has another form is any text. */
function simple(row) {
  const [, dots, length] = /^C(\.\.)?(\d+)$/.exec(row?.format ?? '') ?? [];
  if (length !== undefined)
    return restricted('xs:string', dots === undefined ? { length } : { minLength: 0, maxLength: length });
  const [, total, fraction] = /^N(\d+),(\d+)$/.exec(row?.format ?? '') ?? [];
  if (total !== undefined) return restricted('xs:decimal', { totalDigits: total, fractionDigits: fraction });
  return restricted('xs:string', {});
}

function restricted(base, facets) {
  const all = Object.entries(facets).map(([name, value]) => `<xs:${name} value="${value}"/>`);
  return `<xs:simpleType><xs:restriction base="${base}">${all.join('')}</xs:restriction></xs:simpleType>`;
}
