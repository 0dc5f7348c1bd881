import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { signedSize } from "#lib/testing/signed-size.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { leafOf } from "#lib/core/audit-event.ts";
import { excerptZip } from "./excerpt-zip.ts";
import { merkleTree } from "./merkle.ts";
import { copyLog } from "./queries/copy-log.ts";
import { exportLog } from "./queries/export-log.ts";
import { readStanding } from "./queries/read-standing.ts";
import { takeExcerpt } from "./queries/take-excerpt.ts";
import { verifyNow } from "./queries/verify-now.ts";

const away = mkdtempSync(join(tmpdir(), "attest-excerpt-"));
let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(away, { recursive: true, force: true });
});

const take = (sought: object) => world.ask("auditor", takeExcerpt, sought);

describe("entries of the list, taken along", () => {
  it("are refused while nothing is signed, and where none fits that a checkpoint covers", async () => {
    expect(await soundOf(take({}))).toBe("Conflict audit.nothing_signed");
    await signedSize();
    expect(await soundOf(take({ act: "place.retract" }))).toBe("Conflict audit.nothing_to_take");
    await aPlace(world);
    // Recorded since the last checkpoint: nothing signed leads to it yet.
    expect(await soundOf(take({ act: recordPlace.name }))).toBe("Conflict audit.nothing_to_take");
  });

  it("verify with nothing but the folder and Node, and no longer with one word changed", async () => {
    await aPlace(world);
    const size = await signedSize();
    const excerpt = await take({ act: recordPlace.name, caseId: world.caseId });
    expect(excerpt.size).toBe(size);
    expect(excerpt.lines.length).toBeGreaterThan(1);
    const zip = join(away, "excerpt.zip");
    await pipeline(await excerptZip(excerpt, "excerpt"), createWriteStream(zip));
    execFileSync("unzip", ["-q", zip, "-d", away]);
    const folder = join(away, "excerpt");
    expect(readdirSync(join(folder, "proofs"))).toHaveLength(excerpt.lines.length);
    expect(readFileSync(join(folder, "VERIFY.md"), "utf8")).toMatch(/VKEY[\s\S]*VKEY/);
    const { standing } = await world.ask("auditor", readStanding, {});
    const verify = () =>
      spawnSync(process.execPath, ["verify.mjs", ".", "--key", standing?.keys[0]?.vkey ?? ""], {
        cwd: folder,
        env: { NODE_ENV: "production" },
        encoding: "utf8",
      });
    expect(verify()).toMatchObject({ status: 0, stderr: "" });
    const [first = "", ...others] = excerpt.lines;
    const changed = [first.replace('"dec":"allow"', '"dec":"deny"'), ...others];
    writeFileSync(join(folder, "events.jsonl"), `${changed.join("\n")}\n`);
    expect(verify().status).toBe(1);
  });
});

describe("the log, read in slices", () => {
  it("is all of it, word for word, up to the root that the check finds", async () => {
    const { size } = await world.ask("auditor", exportLog, { caseCode: null });
    const tree = merkleTree();
    while (tree.size < size) {
      const [from, to] = [tree.size + 1, Math.min(size, tree.size + 16)];
      const { lines } = await world.ask("auditor", copyLog, { from, to });
      expect(lines).toHaveLength(to - from + 1);
      for (const line of lines) tree.add(leafOf(line));
    }
    const { verdict } = await world.ask("auditor", verifyNow, { noted: `${size}:${tree.root()}` });
    expect(verdict).toBe("holds");
  });

  it("has nothing beyond its end", async () => {
    const { size } = await world.ask("auditor", exportLog, { caseCode: null });
    const { lines } = await world.ask("auditor", copyLog, { from: size + 1_000, to: size + 2_000 });
    expect(lines).toEqual([]);
  });
});
