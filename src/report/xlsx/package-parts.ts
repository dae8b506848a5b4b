import { xmlText } from './markup.js';
import { officeRelations, packageRelations, packageTypes, spreadsheet, xmlHead } from './namespaces.js';
import { stylesPart } from './styles.js';
import type { Part } from './zip-stream.js';

/** A sheet of the workbook; its number, from 1 on, is in the names of its parts. */
export type SheetPart = { readonly name: string; readonly number: number; readonly notes: boolean };

export function sheetPath({ number }: SheetPart): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** Where a sheet's notes are: their texts, and the shapes they are shown in. */
export function* notesParts(
  { number }: SheetPart,
  comments: Iterable<string>,
  drawing: Iterable<string>,
): Iterable<Part> {
  yield { name: `xl/comments${number}.xml`, text: comments };
  yield { name: `xl/drawings/vmlDrawing${number}.vml`, text: drawing };
  const links: readonly Relation[] = [
    { id: 'rId1', type: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` },
    { id: 'rId2', type: 'comments', target: `../comments${number}.xml` },
  ];
  yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: [relations(links)] };
}

/** Everything besides the sheets. `opensOn`: index of the sheet shown first. */
export function* packageParts(sheets: readonly SheetPart[], opensOn: number): Iterable<Part> {
  yield { name: 'xl/styles.xml', text: [stylesPart()] };
  yield { name: 'xl/workbook.xml', text: [workbook(sheets, opensOn)] };
  const links = sheets.map(({ number }) => ({
    id: `rId${number}`,
    type: 'worksheet',
    target: `worksheets/sheet${number}.xml`,
  }));
  const styles = { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' };
  yield { name: 'xl/_rels/workbook.xml.rels', text: [relations([...links, styles])] };
  yield { name: '_rels/.rels', text: [relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])] };
  yield { name: '[Content_Types].xml', text: [contentTypes(sheets)] };
}

function workbook(sheets: readonly SheetPart[], opensOn: number): string {
  const listed = sheets.map(
    ({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return [
    `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}">`,
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="${opensOn}"/></bookViews>`,
    `<sheets>${listed.join('')}</sheets></workbook>`,
  ].join('');
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

function relations(links: readonly Relation[]): string {
  const listed = links.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${listed.join('')}</Relationships>`;
}

function contentTypes(sheets: readonly SheetPart[]): string {
  const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const part = (path: string, name: string): string => `<Override PartName="/${path}" ContentType="${kind(name)}"/>`;
  return [
    `${xmlHead}<Types xmlns="${packageTypes}">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    part('xl/workbook.xml', 'sheet.main'),
    part('xl/styles.xml', 'styles'),
    ...sheets.map((sheet) => part(sheetPath(sheet), 'worksheet')),
    ...sheets.filter(({ notes }) => notes).map(({ number }) => part(`xl/comments${number}.xml`, 'comments')),
    '</Types>',
  ].join('');
}
