/** A name keeps its direction inside a sentence of the other (U+2068 first strong isolate, U+2069 pop). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
