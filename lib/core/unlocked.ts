import { setOf, type Share } from "#lib/platform/share-text.ts";
import { appendToChain } from "./chain.ts";
import { newId } from "./ids.ts";
import type { System } from "./system.ts";

/** Notes in the log that the keys were opened by the passphrase, by whom nobody knows, and how often a wrong one was typed before. */
export const noteUnlocked = (sys: System, failures: number): Promise<unknown> =>
  sys.store.transact((tx) =>
    appendToChain(
      tx,
      sys,
      { kind: "setup" },
      {
        act: "keys.unlock",
        decision: "allow",
        requestId: newId("request"),
        caseId: null,
        role: null,
        ...(failures > 0 ? { repeats: failures } : {}),
      },
      sys.clock(),
    ),
  );

/**
 * Notes in the log that custodians are about to recover the keys, and the numbers of the shares they brought.
 * @param publicKey of the set they are of
 */
export const noteRecovered = (sys: System, publicKey: string, shares: readonly Share[]): Promise<unknown> =>
  sys.store.transact((tx) =>
    appendToChain(
      tx,
      sys,
      { kind: "setup" },
      {
        act: "keys.recover",
        decision: "allow",
        requestId: newId("request"),
        caseId: null,
        role: null,
        detail: {
          set: setOf(Buffer.from(publicKey, "base64url")),
          shares: shares.map(({ number }) => number),
        },
      },
      sys.clock(),
    ),
  );
