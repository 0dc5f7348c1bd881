/**
 * What a page does when the server says that nobody is signed in: it asks the person, once for all requests that met it,
 * and goes on with them. What was typed stays on the page meanwhile.
 */
type AskPerson = () => Promise<boolean>;

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
export function signedInAgain(byPerson: boolean): Promise<boolean> {
  if (asking) return asking;
  if (askPerson === null || (isDeclined && !byPerson)) return Promise.resolve(false);
  asking = askPerson().then((isBack) => {
    isDeclined = !isBack;
    asking = null;
    if (isBack) for (const heard of waiting) heard();
    return isBack;
  });
  return asking;
}
