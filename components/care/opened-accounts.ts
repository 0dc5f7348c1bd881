import { exposureIn, exposureText, withAccount } from "./exposure.ts";
import { recall, remember, useRecall } from "./tab-memory.ts";

const idsIn = (kept: string): readonly string[] => (kept === "" ? [] : kept.split(","));

/**
 * Keeps that an account was opened, or covered again.
 * @param isCounted the person wants to be told when it was many
 */
export function keepOpened(session: number, id: string, isOpen: boolean, isCounted: boolean): void {
  const before = idsIn(recall("attest-opened", session));
  if (before.includes(id) === isOpen) return;
  const ids = isOpen ? [...before, id] : before.filter((one) => one !== id);
  remember("attest-opened", session, ids.join(","));
  if (!isOpen || !isCounted) return;
  const read = withAccount(exposureIn(recall("attest-read", session)), id, Date.now());
  remember("attest-read", session, exposureText(read));
}

/** Whether an account is open in this session. */
export const useIsOpened = (session: number, id: string): boolean =>
  idsIn(useRecall("attest-opened", session)).includes(id);

const onScreen = new Set<symbol>();

/** An opened account is on this page. @returns what says that it is gone */
export function showsAccount(): () => void {
  const one = Symbol("account");
  onScreen.add(one);
  return () => {
    onScreen.delete(one);
  };
}

/** Whether somebody who looks at this page has an opened account before them. */
export const isAccountShown = (): boolean => onScreen.size > 0 && document.visibilityState === "visible";
