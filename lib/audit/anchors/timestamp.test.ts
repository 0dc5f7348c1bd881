import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  answerOf,
  type Extensions,
  makeCertificate,
  opensslAccepts,
  type Pair,
  type Reply,
  serveReplies,
} from "../testing/time-authority.ts";
import { certificatesIn, mustStampTime } from "./certificates.ts";
import { AnchorProblem } from "./problem.ts";
import { requestFor, stampTime } from "./timestamp.ts";
import { checkAnswer } from "./token.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-time-"));
const STAMPED = Buffer.from("attest/lg_test\n3\nx\n\n");
const NONCE = Buffer.from("4102030405060708", "hex");
const MINUTE_MS = 60_000;
let ca: Pair;
let other: Pair;
let good: Pair;

beforeAll(() => {
  ca = makeCertificate(folder, "ca", "ca");
  other = makeCertificate(folder, "other", "ca");
  good = makeCertificate(folder, "good", "good", { by: ca });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trust = (...pairs: Pair[]) =>
  pairs.flatMap(({ certificate }) => certificatesIn(readFileSync(certificate, "utf8")));

const answerBy = (signer: Pair, between: Pair[] = []) =>
  answerOf(folder, signer, requestFor(STAMPED, NONCE), between);

function whyNot(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof AnchorProblem ? error.why : String(error);
  }
  return "nothing";
}

describe("an answer of a time authority", () => {
  test.each(["rsa", "ec"] as const)("that is good is believed, and by OpenSSL too: %s", (algorithm) => {
    const signer = makeCertificate(folder, `signer-${algorithm}`, "good", { by: ca, algorithm });
    const answer = answerBy(signer);
    const { at, accuracyMs } = checkAnswer(answer, STAMPED, NONCE, trust(ca));
    expect(Math.abs(at - Date.now())).toBeLessThan(MINUTE_MS);
    expect(accuracyMs).toBe(1_501);
    expect(opensslAccepts(folder, answer, STAMPED, ca)).toBe(true);
    expect(opensslAccepts(folder, answer, Buffer.from("other"), ca)).toBe(false);
  });

  test("is believed through a CA that it brings, and not without it", () => {
    const between = makeCertificate(folder, "between", "last", { by: ca });
    const signer = makeCertificate(folder, "far", "good", { by: between });
    const look = (answer: Buffer) => () => checkAnswer(answer, STAMPED, NONCE, trust(ca));
    expect(whyNot(look(answerBy(signer, [between])))).toBe("nothing");
    expect(whyNot(look(answerBy(signer)))).toBe("untrusted");
    expect(whyNot(() => checkAnswer(answerBy(signer), STAMPED, NONCE, trust(between)))).toBe("nothing");
  });

  test("is not believed through a CA below one that may have none, nor through what is no CA", () => {
    const last = makeCertificate(folder, "last", "last", { by: ca });
    const below = makeCertificate(folder, "below", "ca", { by: last });
    const signer = makeCertificate(folder, "too-far", "good", { by: below });
    const bySigner = makeCertificate(folder, "by-signer", "good", { by: good });
    const look = (answer: Buffer) => () => checkAnswer(answer, STAMPED, NONCE, trust(ca));
    expect(whyNot(look(answerBy(signer, [below, last])))).toBe("untrusted");
    expect(whyNot(look(answerBy(bySigner, [good])))).toBe("untrusted");
  });

  test("is refused for other bytes, another number, and under another CA", () => {
    const answer = answerBy(good);
    const trusted = trust(ca);
    expect(whyNot(() => checkAnswer(answer, Buffer.from("other"), NONCE, trusted))).toBe("imprint");
    expect(whyNot(() => checkAnswer(answer, STAMPED, Buffer.from("41", "hex"), trusted))).toBe("nonce");
    expect(whyNot(() => checkAnswer(answer, STAMPED, NONCE, trust(other)))).toBe("untrusted");
    expect(whyNot(() => checkAnswer(answer, STAMPED, null, trust(other, ca)))).toBe("nothing");
  });

  test.each([
    ["notCritical", "purpose"],
    ["twoPurposes", "purpose"],
    ["notSigning", "purpose"],
    ["constrained", "untrusted"],
  ] as const satisfies [Extensions, string][])("is refused from a certificate that is %s", (kind, why) => {
    // OpenSSL's own authority refuses to use some of these: the signature is made with the key of a good one.
    const signer = makeCertificate(folder, `wrong-${kind}`, kind, { by: ca });
    let answer: Buffer;
    try {
      answer = answerBy(signer);
    } catch {
      expect(whyNot(() => mustStampTimeOf(signer))).toBe(why);
      return;
    }
    expect(whyNot(() => checkAnswer(answer, STAMPED, NONCE, trust(ca)))).toBe(why);
  });

  test("is refused from a certificate that was not valid then, or below a CA that was not", () => {
    const past = ["20200101000000Z", "20210101000000Z"] as const;
    const future = ["20980101000000Z", "20990101000000Z"] as const;
    for (const [name, valid] of Object.entries({ past, future })) {
      const signer = makeCertificate(folder, name, "good", { by: ca, valid });
      expect(whyNot(() => checkAnswer(answerBy(signer), STAMPED, NONCE, trust(ca)))).toBe("expired");
    }
    const old = makeCertificate(folder, "old-ca", "ca", { valid: past });
    const signer = makeCertificate(folder, "under-old", "good", { by: old });
    expect(whyNot(() => checkAnswer(answerBy(signer), STAMPED, NONCE, trust(old)))).toBe("expired");
  });

  test("is refused whatever single byte of it is changed, or says what it said", () => {
    const answer = answerBy(good);
    const told = checkAnswer(answer, STAMPED, NONCE, trust(ca));
    const trusted = trust(ca);
    let refused = 0;
    for (let place = 0; place < answer.length; place++) {
      const changed = Buffer.from(answer);
      changed[place] = (changed[place] ?? 0) ^ 0x01;
      try {
        // What is not signed (a version, the list of hashes) may change; what it says may not.
        expect(checkAnswer(changed, STAMPED, NONCE, trusted)).toEqual(told);
      } catch (error) {
        expect(error).toBeInstanceOf(AnchorProblem);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(answer.length * 0.8);
  });

  test("is refused when cut anywhere, and when it is no answer", () => {
    const answer = answerBy(good);
    for (let length = 0; length < answer.length; length += 7)
      expect(whyNot(() => checkAnswer(answer.subarray(0, length), STAMPED, NONCE, trust(ca)))).toBe(
        "unreadable",
      );
    for (const rubbish of ["", "<html>", "\u0030\u0080", "\0".repeat(2_000)])
      expect(whyNot(() => checkAnswer(Buffer.from(rubbish), STAMPED, NONCE, trust(ca)))).toBe("unreadable");
  });

  test("that refuses is told apart", () => {
    // { status { 2 } }: rejection.
    const refusal = Buffer.from("30053003020102", "hex");
    expect(whyNot(() => checkAnswer(refusal, STAMPED, NONCE, trust(ca)))).toBe("not_granted");
  });
});

describe("asking a time authority", () => {
  const asked = async (reply: (body: Buffer) => Reply, timeoutMs = 20_000) => {
    const server = await serveReplies((_, body) => reply(body));
    try {
      return await stampTime({ url: server.url, trusted: trust(ca), timeoutMs }, STAMPED);
    } catch (error) {
      return error instanceof AnchorProblem ? error.why : error;
    } finally {
      await server.close();
    }
  };
  const TYPE = "application/timestamp-reply";
  const stamped = (body: Buffer): Reply => ({ type: TYPE, body: answerOf(folder, good, body) });

  test("brings an answer that OpenSSL accepts, and no two questions are the same", async () => {
    const questions: string[] = [];
    const ask = () =>
      asked((body) => {
        questions.push(body.toString("hex"));
        return stamped(body);
      });
    const stamp = await ask();
    await ask();
    expect(stamp).toMatchObject({ accuracyMs: 1_501 });
    const { evidence } = stamp as { evidence: Buffer };
    expect(opensslAccepts(folder, evidence, STAMPED, ca)).toBe(true);
    expect(new Set(questions).size).toBe(2);
  });

  test("refuses the answer to an earlier question", async () => {
    const kept = answerBy(good);
    expect(await asked(() => ({ type: TYPE, body: kept }))).toBe("nonce");
  });

  test.each<[string, Reply, string]>([
    ["a page", { type: "text/html", body: "<html>" }, "unreadable"],
    ["a page that calls itself an answer", { type: TYPE, body: "<html>" }, "unreadable"],
    ["an error", { status: 500, body: "" }, "status"],
    ["another place", { status: 302, to: "http://127.0.0.1:1/", body: "" }, "redirect"],
    ["too much", { type: TYPE, body: Buffer.alloc(70_000) }, "too_large"],
  ])("tells what is wrong with %s", async (_, reply, why) => {
    expect(await asked(() => reply)).toBe(why);
  });

  test("does not wait for ever, and takes a closed door for one", async () => {
    expect(await asked(() => null, 50)).toBe("timeout");
    const gone = await serveReplies(() => null);
    await gone.close();
    await expect(stampTime({ url: gone.url, trusted: trust(ca) }, STAMPED)).rejects.toMatchObject({
      why: "unreachable",
    });
  });
});

test("a file without certificates, and one with a broken one, are refused", () => {
  expect(() => certificatesIn("")).toThrow();
  expect(() => certificatesIn("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")).toThrow();
});

function mustStampTimeOf(signer: Pair): void {
  const [certificate] = trust(signer);
  if (certificate) mustStampTime(certificate);
}
