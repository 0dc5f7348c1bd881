/**
 * What a page does when the server says that nobody is signed in, or that an act wants a fresh proof of who sits there: it asks the person, once for all requests that met it,
 * and goes on with them. What was typed stays on the page meanwhile.
 */
export type AskReason = "over" | "prove";
type AskPerson = (why: AskReason) => Promise<boolean>;

let askPerson: AskPerson | null = null;
let asking: Promise<boolean> | null = null;
let isDeclined = false;
const waiting = new Set<() => void>();

/** The part of the page that asks makes itself known; the answer takes it back. */
export function askWith(ask: AskPerson): () => void {
  askPerson = ask;
  return () => {
    if (askPerson === ask) askPerson = null;
  };
}

/** Calls back whenever somebody signed in again over the page; the answer takes it back. */
export function whenSignedInAgain(heard: () => void): () => void {
  waiting.add(heard);
  return () => void waiting.delete(heard);
}

/**
 * Resolves to true once the same person is signed in again, to false when they declined.
 * @param byPerson the request was the person's own act: then somebody who declined before is asked again
 */
export function signedInAgain(byPerson: boolean, why: AskReason = "over"): Promise<boolean> {
  if (asking) return asking;
  if (askPerson === null || (isDeclined && !byPerson)) return Promise.resolve(false);
  asking = askPerson(why).then((isBack) => {
    if (why === "over") isDeclined = !isBack;
    asking = null;
    if (isBack) for (const heard of waiting) heard();
    return isBack;
  });
  return asking;
}
