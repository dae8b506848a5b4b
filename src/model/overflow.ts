/**
 * Room for what does not fit in memory: blocks of bytes, written one after another and read back by their number.
 * Nobody else can read it, and nothing of it is left when the run ends, however it ends.
 */
export type Overflow = {
  /** @returns the block's number */
  readonly write: (block: Uint8Array) => number;
  readonly read: (number: number) => Uint8Array;
  readonly close: () => void;
};

/** Opens an overflow when one is first needed. */
export type OpenOverflow = () => Overflow;
