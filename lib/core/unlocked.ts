import { setOf, type Share } from "#lib/platform/share-text.ts";
import { appendToChain, type ChainEntry } from "./chain.ts";
import { newId } from "./ids.ts";
import type { System } from "./system.ts";

/** Notes in the log that the keys were opened by the passphrase, by whom nobody knows, and how often a wrong one was typed before. */
export const noteUnlocked = (sys: System, failures: number): Promise<unknown> =>
  noteOfNobody(sys, { act: "keys.unlock", ...(failures > 0 ? { repeats: failures } : {}) });

/**
 * Notes in the log that custodians are about to recover the keys, and the numbers of the shares they brought.
 * @param publicKey of the set they are of
 */
export const noteRecovered = (sys: System, publicKey: string, shares: readonly Share[]): Promise<unknown> =>
  noteOfNobody(sys, {
    act: "keys.recover",
    detail: {
      set: setOf(Buffer.from(publicKey, "base64url")),
      shares: shares.map(({ number }) => number),
    },
  });

/** Whoever opens the keys is nobody yet. */
const noteOfNobody = (sys: System, said: Pick<ChainEntry, "act" | "repeats" | "detail">): Promise<unknown> =>
  sys.store.transact((tx) =>
    appendToChain(
      tx,
      sys,
      { kind: "setup" },
      { ...said, decision: "allow", requestId: newId("request"), caseId: null, role: null },
      sys.clock(),
    ),
  );
