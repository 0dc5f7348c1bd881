/**
 * Goes to a paragraph of the page that is open already. The browser is asked itself: a router that changes the address
 * alone makes nothing the target.
 * @returns false when the path is of another page
 */
export function showOnThisPage(path: string): boolean {
  const [page, fragment] = path.split("#");
  if (page !== window.location.pathname || fragment === undefined) return false;
  if (window.location.hash === `#${fragment}`) document.getElementById(fragment)?.scrollIntoView();
  else window.location.hash = fragment;
  return true;
}
