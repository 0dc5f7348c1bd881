/**
 * Cells that no spreadsheet program runs (OWASP ASVS 1.2.10). A program may take a cell for a formula when it begins
 * with one of `= + - @`, a full-width, small or mathematical twin of them, a tab, a line break or NUL, also after white
 * space or quotation marks. Such a cell gets one apostrophe in front, and so does a cell that begins with an apostrophe
 * itself: taking one apostrophe away from every cell that has one therefore gives back exactly what was written.
 */

const SPACE_OR_QUOTE =
  /^[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"'`´\u2018\u2019\u201a\u201b\u201c-\u201f«»‹›]+/u;
const FORMULA_START = /^[=+\-@\t\r\n\u0000\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/u;

/** The cell as it is written. */
export function neutralised(cell: string): string {
  const dangerous =
    cell.startsWith("'") || FORMULA_START.test(cell) || FORMULA_START.test(cell.replace(SPACE_OR_QUOTE, ""));
  return dangerous ? `'${cell}` : cell;
}

/** The cell as it was before {@link neutralised}. */
export function restored(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
