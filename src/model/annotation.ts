/** A cell to be marked in a workbook. Columns count from 0, rows from 1. */
export type CellMark = {
  readonly column: number;
  readonly row: number;
  /** Colour, ARGB. */
  readonly fill: string;
  /** Number of its note among the sheet's, where it has one. */
  readonly note?: number;
};

/** How the notes of one sheet are written; which cells have one is told by the marks. */
export type SheetNotes = {
  readonly count: number;
  /** The `comment` element. `author`: its number among the authors of the sheet. */
  readonly comment: (note: number, author: number) => string;
  /** The shape the note is shown in, by the shape's number. */
  readonly box: (note: number, shape: number) => string;
};

export type SheetAnnotation = {
  /** In the order of their rows, and of their columns within a row. */
  readonly marks: readonly CellMark[];
  readonly notes: SheetNotes;
};

/** A sheet that is put behind the others: its whole part, with styles that count from 0 among those of the annotation. */
export type AddedSheet = { readonly name: string; readonly markup: () => Iterable<string> };

/** What is written into a workbook. */
export type Annotation = {
  readonly author: string;
  /** What stands before the shapes of notes and behind them; `blocks`: numbers of blocks of shapes. */
  readonly boxes: (blocks: readonly number[]) => {
    readonly before: string;
    readonly kind: string;
    readonly behind: string;
  };
  /** Shapes a block has room for. */
  readonly boxesOfBlock: number;
  /** By the name of the sheet. */
  readonly sheets: ReadonlyMap<string, SheetAnnotation>;
  readonly added: readonly AddedSheet[];
  /** Elements of the styles part: fonts, fills and, given how many of those there are already, cell formats. */
  readonly styles: {
    readonly fonts: readonly string[];
    readonly fills: readonly string[];
    readonly formats: (fonts: number, fills: number) => readonly string[];
    readonly fillOf: (colour: string) => string;
  };
  /** Which of the added sheets is shown first; absent: the one that was. */
  readonly opensOn?: number;
};

/** A workbook that was checked and can be written again with marks in it, all else as it was. */
export type AnnotatableWorkbook = {
  readonly file: string;
  /** Names of all its sheets. */
  readonly sheets: readonly string[];
  /** Nothing where what is there leaves no sure way to add to it. */
  readonly annotated: (annotation: Annotation) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Releases the file. */
  readonly close: () => Promise<void>;
};
