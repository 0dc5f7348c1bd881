"use client";

import { useEffect } from "react";

/**
 * Asks before the person leaves something that would be lost: on closing the window in the browser's words, on
 * following a link in ours.
 * @param linkQuestion null where leaving by a link loses nothing, because a draft is sent on the way
 */
export function useLeaveGuard(atRisk: boolean, linkQuestion: string | null): void {
  useEffect(() => {
    if (!atRisk) return;
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    const onClick = (event: MouseEvent): void => {
      if (linkQuestion === null || !leavesByLink(event) || window.confirm(linkQuestion)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [atRisk, linkQuestion]);
}

function leavesByLink(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return false;
  const link = event.target.closest("a[href]");
  return (
    link instanceof HTMLAnchorElement &&
    link.target !== "_blank" &&
    link.pathname !== window.location.pathname
  );
}
