import type { Language } from '../model/language.js';
import { sanitizeBrief } from '../text/sanitize.js';
import { say } from '../text/statement-words.js';
import type { FindingView, RelatedView } from './finding-view.js';
import { cellText, placeText } from './text-places.js';

const longestValue = 160;

/** The other places a finding is about, each with what stands there: `orders.xml:19:7 (289.29)`. */
export function relatedPlaces({ related }: Pick<FindingView, 'related'>): readonly string[] {
  return related.map(placeAndValue);
}

/** The same as one sentence; nothing where there are none. */
export function relatedText(view: Pick<FindingView, 'related'>, language: Language): string {
  const places = relatedPlaces(view);
  return places.length === 0 ? '' : say('compare', language, { value: places.join('; ') });
}

function placeAndValue({ location, actual }: RelatedView): string {
  const place = [placeText(location), cellText(location)].filter((text) => text !== '').join(' ');
  return actual === undefined ? place : `${place} (${sanitizeBrief(actual, longestValue)})`;
}
