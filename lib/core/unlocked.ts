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
