/** Pixels. Narrower hides what a column says, wider is a page of its own. */
export const COLUMN_WIDTH_MIN = 48;
export const COLUMN_WIDTH_MAX = 900;
