/** The door of a link: who holds it learns whose account it is for, and chooses its password. */
import { execute } from "#lib/core/execute.ts";
import { parse } from "#lib/core/parse.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { acceptInvitation } from "#lib/accounts/commands/accept-invitation.ts";
import { maybeLink } from "#lib/accounts/find/invitations.ts";
import { invitationIn } from "#lib/accounts/rules/invitation-link.ts";
import { z } from "zod";
import { boundedJson } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problemResponse } from "./problem.ts";

const Asked = z.strictObject({ token: z.string().max(200), password: z.string().max(1_000).optional() });

/** POST `{ token }` says whose link it is; `{ token, password }` uses it. */
export async function welcomeDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
    const { token, password } = parse(Asked, await boundedJson(request));
    const { store, keys, clock } = await system();
    const invitationId = invitationIn(keys, token);
    const link =
      invitationId === null ? null : await maybeLink({ read: store.read, now: clock() }, invitationId);
    if (invitationId === null || !link) throw new Conflict("invitation.over");
    const { accountId, humanId, name, displayName, kind } = link;
    if (password !== undefined) {
      const caller = { kind: "person", accountId, humanId, session: null, auth: "invitation" } as const;
      await execute(acceptInvitation, caller, { invitationId, password }).catch(asOver);
    }
    const result = { name, displayName, kind };
    return Response.json({ result }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error);
  }
}

/** Used in another window between the two looks at it. */
function asOver(error: unknown): never {
  throw error instanceof NotFound ? new Conflict("invitation.over") : error;
}
