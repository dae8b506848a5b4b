import type { DocumentKind } from '../model/document.js';

/** Whether the field (`buyerName`, `lines.note`) holds personal data that reports mask. */
export function isPersonal(document: DocumentKind, field: string): boolean {
  const [first = '', second] = field.split('.');
  const part = document.parts.find((one) => one.id === first);
  const fields = part === undefined || second === undefined ? document.fields : part.fields;
  return fields.some((one) => one.id === (part === undefined ? first : (second ?? first)) && one.personal);
}
