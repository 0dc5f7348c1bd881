/**
 * What a tab keeps of a session: ids and numbers, in the browser's session storage. It is forgotten with the tab; leaving and
 * signing out forget it at once, and what another session kept does not count.
 */
import { useSyncExternalStore } from "react";

type Name = "attest-opened" | "attest-read";

const watching = new Set<() => void>();

/** What is kept under a name; empty where nothing is. */
export function recall(name: Name, session: number): string {
  const kept = sessionStorage.getItem(name) ?? "";
  const start = `${session}:`;
  return kept.startsWith(start) ? kept.slice(start.length) : "";
}

/** Keeps a text; an empty one is not kept. */
export function remember(name: Name, session: number, text: string): void {
  if (text === "") sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, `${session}:${text}`);
  for (const look of watching) look();
}

/** What is kept, for components. On the server nothing is. */
export const useRecall = (name: Name, session: number): string =>
  useSyncExternalStore(watch, () => recall(name, session), nothing);

const nothing = (): string => "";

function watch(look: () => void): () => void {
  watching.add(look);
  return () => {
    watching.delete(look);
  };
}
