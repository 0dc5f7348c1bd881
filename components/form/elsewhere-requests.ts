/** To a provider of OpenID Connect and back. */
import { sendJson } from "./post-json.ts";
import { type AfterPassword, failureOf, type SignInFailure } from "./session-requests.ts";

/** What somebody came back for: signing in and going on there, or tying who they are at the provider. */
export type Returned =
  | ({ readonly kind: "sign-in"; readonly to: string } & AfterPassword)
  | { readonly kind: "tie"; readonly proof: string };

/**
 * Sends the browser to the provider: to sign in and go to `to`, or to tie, with an offer.
 * @returns why it stays here; null when it is on its way
 */
export async function leave(asked: { to: string } | { offer: string }): Promise<SignInFailure | null> {
  const answer = await sendJson("/api/elsewhere/leave", asked);
  if (!answer.ok) return failureOf(answer.problem.rule ?? null);
  // Guarantee: the door answers so (lib/api/elsewhere.ts).
  window.location.assign((answer.result as { location: string }).location);
  return null;
}

/** Hands over what the browser brought back. @param query of the page's address */
export async function comeBack(query: string): Promise<Returned | SignInFailure> {
  const answer = await sendJson("/api/elsewhere/return", { query });
  // Guarantee: the door answers so (lib/api/elsewhere.ts).
  if (answer.ok) return answer.result as Returned;
  const { code, rule = null } = answer.problem;
  if (rule === "sign_in.failed") return "untied";
  // Signed out meanwhile, or somebody else signed in.
  if (code === "signed_out" || code === "conflict") return "elsewhere_over";
  return failureOf(rule);
}
