/**
 * The steps of a pointer into a canonical record. What follows the field is one step, since the keys of a map may hold
 * slashes that the caller did not escape.
 */
export type Steps = { readonly part?: string; readonly index?: number; readonly field: string; readonly rest: string };

export function stepsOf(pointer: string, isPart: (name: string) => boolean): Steps {
  const steps = pointer.split('/').slice(1).map(unescaped);
  const [first = '', index, field = ''] = steps;
  if (index === undefined || !isPart(first) || !/^\d+$/u.test(index))
    return { field: first, rest: steps.slice(1).join('/') };
  return { part: first, index: Number(index), field, rest: steps.slice(3).join('/') };
}

/** JSON pointer of these steps. */
export function pointerOf(steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unescaped(step: string): string {
  return step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;
}
