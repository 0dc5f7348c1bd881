import { expect, test } from "vitest";
import { keysFrom } from "./keys.ts";

const WRITES = process.env["ATTEST_LONG"] === "1" ? 1_000_000 : 20_000;
const NONCE_BYTES = 12;

/** NIST SP 800-38D, 8.3: a nonce that comes twice under one key gives away both texts and the key that proves them. */
test(`no nonce comes twice in ${WRITES} writes`, { timeout: 10 * 60_000 }, () => {
  const keys = keysFrom(Buffer.alloc(32, 7));
  const plain = Buffer.from("the same words each time");
  const seen = new Set<string>();
  for (let n = 0; n < WRITES; n += 1) {
    const [, ciphertext = ""] = keys.seal("the same place", plain).split(".", 2);
    seen.add(Buffer.from(ciphertext, "base64url").subarray(0, NONCE_BYTES).toString("latin1"));
  }
  expect(seen.size).toBe(WRITES);
});
