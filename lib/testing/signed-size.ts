import { checkpointNow } from "#lib/audit/checkpoints.ts";
import { acceptLoss } from "#lib/audit/commands/accept-loss.ts";
import { signerStanding } from "#lib/audit/signer-standing.ts";
import { system } from "#lib/core/system.ts";
import type { World } from "./world.ts";

/** Signs the log of this process's system as it is. @returns the size of the checkpoint */
export async function signedSize(): Promise<number> {
  const signed = await checkpointNow(await system());
  if (!signed) throw new Error("there is nothing to sign");
  return signed.size;
}

/** The same where something else in the world may have taken the key of the log away. */
export async function aCheckpoint(world: World): Promise<number> {
  const sys = await system();
  const standing = await signerStanding({ ...sys, read: sys.store.read });
  if (standing?.problem) await world.do("auditor", acceptLoss, { reason: "Its key was taken away." });
  return signedSize();
}
