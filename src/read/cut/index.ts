/** Cuts files into their records without touching a byte of them. */
export { elementRanges, type Range, withoutElements } from './element-ranges.js';
export { type LineLayout, linePieces, type Piece } from './line-pieces.js';
