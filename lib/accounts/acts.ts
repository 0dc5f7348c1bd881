import { accounts, humans } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";

type Context = Pick<RunContext, "write" | "now">;

/** Inserts a human. */
export async function insertHuman(ctx: Context, displayName: string) {
  return ctx.write.insert(humans, { id: newId("human"), displayName, createdAt: ctx.now });
}

/** Inserts an account of a human. `password` is already a hash. */
export async function insertAccount(
  ctx: Context,
  { humanId, name, password }: { humanId: string; name: string; password: string },
) {
  return ctx.write.insert(accounts, {
    id: newId("account"),
    humanId,
    name,
    passwordHash: password,
    status: "active",
    createdAt: ctx.now,
  });
}
