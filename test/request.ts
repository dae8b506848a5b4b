import type { Request } from '../src/model/plan.js';

/** A request for everything in force on 23 November 2026, but for what a test asks otherwise. */
export function requestOf(wanted: Partial<Request> = {}): Request {
  return {
    asOf: '2026-11-23',
    modes: [],
    categories: [],
    claims: [],
    standards: [],
    rules: [],
    skip: [],
    severity: {},
    ...wanted,
  };
}
