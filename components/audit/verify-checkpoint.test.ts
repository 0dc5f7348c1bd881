import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkpointText, signCheckpoint, signKeyChange } from "#lib/audit/checkpoint.ts";
import { cosignatureOver, COSIGNS, signatureOver, verifierKeyOf, writeKey } from "#lib/audit/note.ts";
import { checkpointHere } from "./verify-checkpoint.ts";

const [seed, other] = [Buffer.alloc(32, 3), Buffer.alloc(32, 4)];
const origin = "attest/lg_0000000000000000000001";
const root = createHash("sha256").update("some entries").digest("hex");
const said = { origin, size: 4_263, root };
const vkey = writeKey(verifierKeyOf(origin, seed));
const raw = signCheckpoint(said, seed);
const forged = { signed: false, why: "forged" };

describe("a checkpoint, verified in a browser", () => {
  it("is read as the log wrote it, whoever else signed it and whatever lines it has besides", async () => {
    const point = { signed: true, point: { size: 4_263, root } };
    expect(await checkpointHere(raw, vkey)).toEqual(point);
    const cosigned = `${raw}${cosignatureOver(checkpointText(said), "witness.example", other, 1_900_000_000)}`;
    expect(await checkpointHere(cosigned, vkey)).toEqual(point);
    const longer = `${checkpointText(said)}something to come\n`;
    const extended = `${longer}\n${signatureOver(longer, origin, seed)}`;
    expect(await checkpointHere(extended, vkey)).toEqual(point);
  });

  it.each([
    ["another size", raw.replace("4263", "4264")],
    ["another root", raw.replace(/^(.*\n.*\n)./, (_, before: string) => `${before}B`)],
    ["another log", raw.replaceAll(origin, `${origin}/2`)],
    ["the signature of another key", signCheckpoint(said, other)],
    ["another's signature in its name", raw.replace(/— .*\n$/, signatureOver("x\n", origin, seed))],
    ["no signature", `${checkpointText(said)}\n`],
    ["a size that is written otherwise", raw.replace("4263", "04263")],
    ["a second signature in its name that is another's", `${raw}${signatureOver("x\n", origin, seed)}`],
    ["what is no note", "rubbish"],
    ["nothing", ""],
  ])("is not believed with %s", async (_, changed) => {
    expect(changed).not.toBe(raw);
    expect(await checkpointHere(changed, vkey)).toEqual(forged);
  });

  it("is not believed by a key that is not what its id says, signs otherwise, or is none", async () => {
    const cosigner = writeKey(verifierKeyOf(origin, seed, COSIGNS));
    const [name, , data] = vkey.split("+");
    for (const key of [
      cosigner,
      `${name}+00000000+${data}`,
      "",
      "no key",
      writeKey(verifierKeyOf(origin, other)),
    ])
      expect(await checkpointHere(raw, key), key).toEqual(forged);
  });

  it("takes no other note of the log for one", async () => {
    const keys = { from: verifierKeyOf(origin, seed), to: verifierKeyOf(origin, other) };
    expect(await checkpointHere(signKeyChange(origin, 4_263, seed, other, keys), vkey)).toEqual(forged);
  });
});
