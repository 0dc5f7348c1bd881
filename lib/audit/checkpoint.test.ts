import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkpointText,
  isSignedByOneOf,
  originOf,
  readCheckpoint,
  readKeyChange,
  readProof,
  signCheckpoint,
  signKeyChange,
  writeProof,
} from "./checkpoint.ts";
import {
  cosignatureOver,
  cosignedAt,
  COSIGNS,
  readKey,
  readNote,
  signatureOver,
  signedBy,
  signNote,
  verifierKeyOf,
  writeKey,
} from "./note.ts";

// Seeds of keys that are good for nothing else.
const [OLD, NEW, WITNESS] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const origin = originOf("lg_0123456789");
const root = "ab".repeat(32);
const key = verifierKeyOf(origin, OLD);
const another = verifierKeyOf(origin, NEW);
const signed = signCheckpoint({ origin, size: 300, root }, OLD);

describe("a signed note", () => {
  it("is read as the Go project's example of the specification is", () => {
    // golang.org/x/mod/sumdb/note, the example of its documentation.
    const vkey = readKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    const note = readNote(
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
        "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
    );
    expect(signedBy(note!, vkey!)).toBe("holds");
    expect(signedBy({ ...note!, text: `${note!.text}x\n` }, vkey!)).toBe("fails");
  });

  it("names its key by the first bytes of a hash, and a line with another id is no key", () => {
    expect(readKey(writeKey(key))).toEqual(key);
    expect(readKey(writeKey(key).replace(`+${key.keyId}+`, "+00000000+"))).toBeNull();
    expect(readKey(writeKey(key).replace("attest/", "other/"))).toBeNull();
    for (const text of ["", "a+b+c", `${key.name}+${key.keyId}+AAAA`, "x".repeat(300)])
      expect(readKey(text)).toBeNull();
    expect(() => verifierKeyOf("two words", OLD)).toThrow("no spaces");
  });

  it("says apart whether a key signed, did not, or is named by a signature that is not its own", () => {
    const text = checkpointText({ origin, size: 1, root });
    expect(signedBy(readNote(signNote(text, [{ name: origin, seed: OLD }]))!, key)).toBe("holds");
    expect(signedBy(readNote(signNote(text, [{ name: origin, seed: OLD }]))!, another)).toBe("absent");
    const forged = `${text}\n${signatureOver(`${text}x\n`, origin, OLD)}`;
    expect(signedBy(readNote(forged)!, key)).toBe("fails");
  });

  it("is nothing else: any change of a byte makes another note or none", () => {
    fc.assert(
      fc.property(fc.nat({ max: signed.length - 2 }), fc.integer({ min: 1, max: 90 }), (at, by) => {
        const changed =
          signed.slice(0, at) +
          String.fromCharCode(32 + ((signed.charCodeAt(at) + by) % 95)) +
          signed.slice(at + 1);
        const read = readCheckpoint(changed);
        return changed === signed || read === null || !isSignedByOneOf(read, [key]);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("is read without a fault from any text at all", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect([readNote(text), readCheckpoint(text), readKeyChange(text), readProof(text)]).toBeDefined();
        return readCheckpoint(`${text}\n`) === null;
      }),
      { numRuns: 500, seed: 8 },
    );
  });
});

describe("a checkpoint", () => {
  it("comes back as it was signed, by the key of its origin alone", () => {
    const read = readCheckpoint(signed);
    expect(read).toMatchObject({ origin, size: 300, root, raw: signed });
    expect(isSignedByOneOf(read!, [another, key])).toBe(true);
    expect(isSignedByOneOf(read!, [another])).toBe(false);
    const under = signNote(checkpointText({ origin: "attest/lg_other", size: 1, root }), [
      { name: origin, seed: OLD },
    ]);
    expect(isSignedByOneOf(readCheckpoint(under)!, [key])).toBe(false);
  });

  it.each([
    ["a size with a leading zero", `${origin}\n01\n${Buffer.alloc(32).toString("base64")}\n`],
    ["a size below nothing", `${origin}\n-1\n${Buffer.alloc(32).toString("base64")}\n`],
    ["a size beyond counting", `${origin}\n99999999999999999999\n${Buffer.alloc(32).toString("base64")}\n`],
    ["a root of 31 bytes", `${origin}\n1\n${Buffer.alloc(31).toString("base64")}\n`],
    ["no root", `${origin}\n1\n`],
    ["an empty line within", `${origin}\n1\n${Buffer.alloc(32).toString("base64")}\n\nmore\n`],
  ])("is none with %s", (_, text) => {
    expect(readCheckpoint(signNote(text, [{ name: origin, seed: OLD }]))).toBeNull();
  });

  it("may carry lines that are not known, and cosignatures with their time", () => {
    const text = `${checkpointText({ origin, size: 9, root })}an extension\n`;
    const witness = verifierKeyOf("witness.example", WITNESS, COSIGNS);
    const raw =
      signNote(text, [{ name: origin, seed: OLD }]) +
      cosignatureOver(text, "witness.example", WITNESS, 1_700_000_000);
    const read = readCheckpoint(raw);
    expect(read).toMatchObject({ size: 9 });
    expect(cosignedAt(read!.note, witness)).toBe(1_700_000_000);
    expect(cosignedAt(readNote(raw.replace("\n9\n", "\n8\n"))!, witness)).toBeNull();
    expect(cosignedAt(read!.note, key)).toBeNull();
    expect(readKey(writeKey(witness))).toEqual(witness);
  });
});

describe("a change of keys", () => {
  const change = signKeyChange(origin, 40, OLD, NEW, { from: key, to: another });

  it("is one with the signatures of both", () => {
    expect(readKeyChange(change)).toEqual({ origin, from: key, to: another, size: 40 });
    const lines = change.split("\n");
    expect(readKeyChange(lines.toSpliced(-3, 1).join("\n"))).toBeNull();
    expect(readKeyChange(lines.toSpliced(-2, 1).join("\n"))).toBeNull();
    expect(readKeyChange(change.replace("\n40\n", "\n41\n"))).toBeNull();
    expect(readKeyChange(signed)).toBeNull();
  });
});

describe("a proof as a file", () => {
  const proof = { index: 7, hashes: [root, "cd".repeat(32)], checkpoint: signed };

  it("comes back as it was written", () => {
    expect(readProof(writeProof(proof))).toEqual(proof);
    expect(readProof(writeProof({ ...proof, hashes: [] }))).toEqual({ ...proof, hashes: [] });
    expect(readProof(writeProof(proof).replace("index", "extra YWJj\nindex"))).toEqual(proof);
  });

  it.each([
    "",
    "index 7",
    "c2sp.org/tlog-proof@v1\nindex x\n\n",
    "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\n",
  ])("is none: %j", (text) => {
    expect(readProof(text)).toBeNull();
  });
});
