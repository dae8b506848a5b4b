import type { Baseline } from '../model/acceptance.js';

/** A key a line, sorted, so that a change of the baseline reads as what it is in a review. */
export function baselineText({ version, catalogue, asOf, findings }: Baseline): string {
  const keys = [...new Set(findings)].sort().map((key) => `    ${JSON.stringify(key)}`);
  const list = keys.length === 0 ? '[]' : `[\n${keys.join(',\n')}\n  ]`;
  return `{\n  "version": ${version},\n  "catalogue": ${JSON.stringify(catalogue)},\n  "asOf": ${JSON.stringify(asOf)},\n  "findings": ${list}\n}\n`;
}

/** The baseline a text holds; nothing where it holds none. */
export function parseBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isBaseline(value) ? value : undefined;
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null) return false;
  const { version, catalogue, asOf, findings } = { version: 0, catalogue: 0, asOf: 0, findings: 0, ...value };
  const written = typeof catalogue === 'string' && typeof asOf === 'string';
  return version === 1 && written && Array.isArray(findings) && findings.every((key) => typeof key === 'string');
}
