/** Levels of nesting a value may have. */
export const depthLimit = 200;

/** Finds the end of one JSON value in text that comes in pieces; it trusts brackets and quotes, no more. */
export class ValueEnd {
  #depth = 0;
  #quoted = false;
  #escaped = false;
  #scalar = false;

  get tooDeep(): boolean {
    return this.#depth > depthLimit;
  }

  /** Offset just past the value, or -1 where the text ends first; call again from there with more. */
  scan(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 92) this.#escaped = true;
        else if (code === 34) {
          this.#quoted = false;
          if (this.#depth === 0) return at + 1;
        }
      } else if (code === 34) {
        if (this.#scalar) return at;
        this.#quoted = true;
      } else if (code === 123 || code === 91) {
        if (this.#scalar) return at;
        this.#depth++;
        if (this.tooDeep) return at;
      } else if (code === 125 || code === 93) {
        if (this.#depth === 0) return at;
        this.#depth--;
        if (this.#depth === 0) return at + 1;
      } else if (this.#depth === 0) {
        if (code === 44 || code === 58 || isJsonSpace(code)) return at;
        this.#scalar = true;
      }
    }
    return -1;
  }
}

export function isJsonSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
