import { checkpointNow } from "#lib/audit/checkpoints.ts";
import { system } from "#lib/core/system.ts";

/** Signs the log of this process's system as it is. @returns the size of the checkpoint */
export async function signedSize(): Promise<number> {
  const signed = await checkpointNow(await system());
  if (!signed) throw new Error("there is nothing to sign");
  return signed.size;
}
