import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/standard.js';

export type Edition = { readonly number: string; readonly standard: Standard | undefined };

/** The chain of editions a standard belongs to, oldest first; those the catalogue lacks by their number alone. */
export function editions(catalogue: Catalogue, standard: Standard): readonly Edition[] {
  const seen = new Set([standard.number]);
  const older = walk(catalogue, standard.number, olderThan, seen).reverse();
  const newer = walk(catalogue, standard.number, newerThan, seen);
  return [...older, standard.number, ...newer].map((number) => ({ number, standard: byNumber(catalogue, number) }));
}

type Step = (catalogue: Catalogue, number: string) => readonly string[];

function walk(catalogue: Catalogue, from: string, step: Step, seen: Set<string>): string[] {
  const found: string[] = [];
  for (const number of step(catalogue, from)) {
    if (seen.has(number)) continue;
    seen.add(number);
    found.push(number, ...walk(catalogue, number, step, seen));
  }
  return found;
}

const olderThan: Step = (catalogue, number) => [
  ...(byNumber(catalogue, number)?.supersedes ?? []),
  ...catalogue.standards.filter(({ supersededBy }) => supersededBy.includes(number)).map((standard) => standard.number),
];

const newerThan: Step = (catalogue, number) => [
  ...(byNumber(catalogue, number)?.supersededBy ?? []),
  ...catalogue.standards.filter(({ supersedes }) => supersedes.includes(number)).map((standard) => standard.number),
];

function byNumber(catalogue: Catalogue, number: string): Standard | undefined {
  return catalogue.standards.find((standard) => standard.number === number);
}
