/** Digest of the error of a page that could not be shown since the disk is full: all that reaches the browser of it. */
export const STORAGE_FULL = "storage.full";
