import { accounts, humans } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";

/** Inserts an account and its human. `password` is already a hash. */
export async function insertAccount(
  ctx: Pick<RunContext, "write" | "now">,
  { name, displayName, password }: { name: string; displayName: string; password: string },
) {
  const human = await ctx.write.insert(humans, { id: newId("human"), displayName, createdAt: ctx.now });
  const account = await ctx.write.insert(accounts, {
    id: newId("account"),
    humanId: human.id,
    name,
    passwordHash: password,
    status: "active",
    createdAt: ctx.now,
  });
  return { account, human };
}
