/** A path that may stand in a bag: relative, in Unicode form NFC, and the same place on every system. */

/**
 * Throws when a payload path could leave the bag, hide, or mean another file on another system (RFC 8493, 5.2 and 5.3).
 * @param path below `data/`, parts separated by `/`
 */
export function mustBeSafePath(path: string): void {
  const parts = path.split("/");
  const unsafe =
    path === "" ||
    path !== path.normalize("NFC") ||
    /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\\:*?"<>|]/.test(path) ||
    parts.some(
      (part) => part === "" || part === "." || part === ".." || /[ .]$/.test(part) || part.length > 200,
    );
  if (unsafe) throw new Error("A file of the bag has an unsafe path.");
}

/** Throws when two paths differ only in case or form, so that one would overwrite the other on some systems. */
export function mustBeDistinct(paths: readonly string[]): void {
  const folded = paths.map((path) => path.normalize("NFKC").toLowerCase());
  if (new Set(folded).size < paths.length) throw new Error("Two files of the bag have the same path.");
}

/** A path as a manifest writes it: only CR, LF and the percent sign are encoded (RFC 8493, 2.1.3). */
export function manifestPath(path: string): string {
  return path.replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("\r", "%0D");
}

/** Byte order, so that the order of a bag does not depend on anybody's language. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
