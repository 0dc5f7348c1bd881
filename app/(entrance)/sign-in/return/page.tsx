import { currentPerson } from "#lib/auth/current-caller.ts";
import { Returned } from "./_parts/returned.tsx";

/** Where a provider of OpenID Connect sends the browser back, to sign in or to tie an account that is signed in. */
export default async function ReturnPage() {
  return <Returned isSignedIn={(await currentPerson()) !== null} />;
}
