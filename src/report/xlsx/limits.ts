/** What a spreadsheet program takes; what is beyond is left out and said. */
export const sheetLimits = {
  rows: 1_048_576,
  columns: 16_384,
  /** UTF-16 code units of a cell. */
  text: 32_767,
  /** Links of a sheet. */
  links: 65_530,
  /** Characters of a sheet's name. */
  name: 31,
} as const;

/** Notes of a sheet. Programs take more, but draw each as a shape of its own and become slow. */
export const mostNotes = 10_000;

/** Bytes of markup of all copied tables together: a zip without the 64-bit extension ends at 4 GiB. */
export const mostCopiedBytes = 2 * 1024 ** 3;
