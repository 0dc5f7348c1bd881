/** Everything that a browser keeps of a program when a page is left. */
import type { Page } from "@playwright/test";

/** By the name of the place: what is in it, as text. */
export async function keptByBrowser(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => {
    const ofStorage = (storage: Storage) => JSON.stringify(Object.entries(storage));
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("unreadable")));
      });
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = "" }) => {
        const database = await asked(indexedDB.open(name));
        const stores = await Promise.all(
          [...database.objectStoreNames].map(async (store) => [
            store,
            await asked(database.transaction(store).objectStore(store).getAllKeys()),
            await asked(database.transaction(store).objectStore(store).getAll()),
          ]),
        );
        database.close();
        return [name, stores];
      }),
    );
    const caching = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const requests = await cache.keys();
        const bodies = requests.map(async (one) => (await cache.match(one))?.text());
        return [name, requests.map(({ url }) => url), await Promise.all(bodies)];
      }),
    );
    return {
      localStorage: ofStorage(localStorage),
      sessionStorage: ofStorage(sessionStorage),
      indexedDB: JSON.stringify(databases),
      cacheStorage: JSON.stringify(caching),
      history: JSON.stringify(history.state),
      address: location.href,
      requests: performance
        .getEntries()
        .map(({ name }) => name)
        .join("\n"),
      title: document.title,
      name: window.name,
    };
  });
  return { ...kept, cookies: JSON.stringify(cookies) };
}

const TESTIMONIES = "t_\\w{22}(?:,t_\\w{22})*";
/**
 * What a browser may keep, by its name: whether pages are dark; and of a session, by their ids and in numbers, which covered
 * accounts were opened and for how long.
 */
const KNOWN: Readonly<Record<string, RegExp>> = {
  "attest-scheme": /^\w+$/,
  "attest-opened": new RegExp(`^\\d+:${TESTIMONIES}$`),
  "attest-read": new RegExp(`^\\d+(?::\\d+){4}:(?:${TESTIMONIES})?$`),
};
const STORES = ["localStorage", "sessionStorage", "indexedDB", "cacheStorage"];

/** What a browser keeps in its stores beside that; they belong to an address, which a closed or an empty page has not. */
export async function storedIn(page: Page): Promise<string[]> {
  if (page.isClosed() || !page.url().startsWith("http")) return [];
  const kept = await keptByBrowser(page);
  return STORES.flatMap((store) => JSON.parse(kept[store] ?? "[]") as unknown[])
    .filter((entry) => !isKnown(entry))
    .map((entry) => JSON.stringify(entry));
}

function isKnown(entry: unknown): boolean {
  const [name, text] = Array.isArray(entry) ? (entry as unknown[]) : [];
  return typeof name === "string" && typeof text === "string" && KNOWN[name]?.test(text) === true;
}
