/**
 * File name of a standard: its number in lower case, every run of characters other than letters, digits and
 * dots turned into one hyphen. Undefined for a number with other than Latin letters: its author chooses a name.
 */
export function slugOf(number: string): string | undefined {
  if (/[^\p{ASCII}]/u.test(number.replace(/[—–−]/g, '-'))) return undefined;
  return number
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** `orderNo` → `order-no`, `GUID` → `guid`; empty for a name without Latin letters or digits. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
