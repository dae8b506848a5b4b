import type { Opened } from '../../model/reading.js';
import type { FindText } from './editable.js';
import { jsonTexts, xmlTexts } from './markup-texts.js';
import { tableTexts } from './table-texts.js';

export {
  type Edit,
  type EditableFile,
  type EditableText,
  editableFile,
  type FindText,
  type Untouchable,
} from './editable.js';
export { writableInCell } from './sheet-texts.js';
export { editableWorkbook, type UneditableWorkbook } from './workbook-texts.js';

/** How texts are found again in each container. `wanted`: the addresses of the cells that will be asked for. */
export function findTexts(container: Opened['container'], text: string, wanted: ReadonlySet<string>): FindText {
  if (container === 'table') return tableTexts(text, wanted);
  return container === 'json' ? jsonTexts(text) : xmlTexts(text);
}
