/**
 * Which covered accounts were opened in this session, in this tab: ids and nothing else. The browser forgets them with the tab;
 * leaving and signing out forget them at once.
 */
import { useSyncExternalStore } from "react";

const KEY = "attest-opened";
const watching = new Set<() => void>();

/** What was opened in a session. What another session opened does not count. */
export function openedIn(session: number): readonly string[] {
  const [of, ids] = (sessionStorage.getItem(KEY) ?? "").split(":");
  return of === String(session) && ids ? ids.split(",") : [];
}

/** Keeps that an account is open now, or covered again. */
export function keepOpened(session: number, id: string, isOpen: boolean): void {
  const others = openedIn(session).filter((one) => one !== id);
  const ids = isOpen ? [...others, id] : others;
  if (ids.length === 0) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, `${session}:${ids.join(",")}`);
  for (const look of watching) look();
}

/** Whether an account is open in this session. On the server nothing is. */
export const useIsOpened = (session: number, id: string): boolean =>
  useSyncExternalStore(watch, () => openedIn(session).includes(id), nothingYet);

const nothingYet = (): boolean => false;

function watch(look: () => void): () => void {
  watching.add(look);
  return () => {
    watching.delete(look);
  };
}
