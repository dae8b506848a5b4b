import type { HidePersonal, ReportContext } from '../model/report.js';
import { maskPersonal } from '../text/mask.js';

/** How personal data is to be hidden; undefined where it is to be shown. */
export function hidingOf({ showValues, hidePersonal }: ReportContext): HidePersonal | undefined {
  return showValues ? undefined : (hidePersonal ?? maskPersonal);
}
