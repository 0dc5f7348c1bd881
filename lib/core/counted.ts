/** Lists and the values of filters are counted up to here: counting a million rows takes longer than showing a page of them. */
export const COUNTED_MAX = 10_000;
