/** What must be there in a test's own world. @throws Error where it is not */
export function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("the world of this test lacks something");
  return found;
}
