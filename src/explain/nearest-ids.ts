import type { Catalogue } from '../model/catalogue.js';
import { nearestWord } from '../text/nearest.js';
import { holds } from './search.js';

/** Ids most like a word that names nothing: by spelling, then by what they hold. */
export function nearestIds(catalogue: Catalogue, word: string): readonly string[] {
  const most = 4;
  const ids = everyId(catalogue);
  const found: string[] = [];
  for (let left = ids; found.length < most; ) {
    const near = nearestWord(word, left);
    if (near === undefined) break;
    found.push(near);
    left = left.filter((id) => id !== near);
  }
  const holding = word.trim().length < 3 ? [] : ids.filter((id) => holds(word.replace(/[/.:-]+/g, ' '), [id]));
  return [...new Set([...found, ...holding])].slice(0, most);
}

function everyId({
  standards,
  rules,
  across,
  structures,
  codes,
  terms,
  documents,
  formats,
  profiles,
  categories,
}: Catalogue): readonly string[] {
  const fields = documents.flatMap((document) =>
    [...document.fields, ...document.parts.flatMap((part) => part.fields)].map(({ id }) => id),
  );
  const written = rules.filter(({ element }) => element === undefined);
  const named = [
    ...written,
    ...across,
    ...structures.flatMap((structure) => structure.rules),
    ...codes,
    ...terms,
    ...documents,
    ...formats,
    ...profiles,
    ...categories,
  ];
  const elements = standards.flatMap((standard) => standard.elements.map(({ id }) => `${standard.slug}/${id}`));
  return [
    ...new Set([
      ...standards.flatMap(({ number, slug }) => [number, slug]),
      ...named.map(({ id }) => id),
      ...elements,
      ...fields,
      ...rules.map(({ id }) => id),
    ]),
  ];
}
