import { damagedWorkbook } from '../archive/refusals.js';
import { readPart, type WorkbookPackage } from './package.js';
import { walkXml } from './plain-xml.js';
import { kindOfBuiltIn, kindOfFormat, type NumberKind } from './serial-date.js';

/** For every cell style (attribute `s`) what its numbers are. */
export async function readStyles({ file, zip, styles }: WorkbookPackage): Promise<readonly NumberKind[]> {
  if (styles === undefined) return [];
  const bytes = await readPart(file, zip, styles);
  const formats = new Map<number, string>();
  const ids: number[] = [];
  try {
    walkXml(bytes, ([, list, item, ...deeper], attributes) => {
      if (item === undefined || deeper.length > 0) return;
      const id = Number(attributes['numFmtId'] ?? '0');
      if (list === 'numFmts' && item === 'numFmt') formats.set(id, attributes['formatCode'] ?? '');
      if (list === 'cellXfs' && item === 'xf') ids.push(id);
    });
  } catch {
    throw damagedWorkbook(file, styles.name);
  }
  return ids.map((id) => {
    const code = formats.get(id);
    return code === undefined ? kindOfBuiltIn(id) : kindOfFormat(code);
  });
}
