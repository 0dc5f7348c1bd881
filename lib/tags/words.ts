/** Characters. A tag is a word or two that fits into a row. */
export const TAG_LENGTH_MAX = 40;
export const TAGS_PER_RECORD_MAX = 20;
