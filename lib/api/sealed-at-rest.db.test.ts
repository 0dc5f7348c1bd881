import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { attachments } from "#db/schema/index.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import { openedBag } from "#lib/exports/testing/a-bag.ts";
import { buildExport } from "#lib/exports/jobs.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { bagPath } from "#lib/exports/vocabulary.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { maybeFile } from "#lib/platform/storage.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { anExport, approved, aReleasedTestimony } from "#lib/testing/specimens/exports.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { attachmentBytes, attachmentDoor } from "./attachments.ts";
import { exportBytes } from "./exports.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

const IN_FILE = "qzfile رمّان";
const IN_BAG = "qzbag زيتون";

/** However a disk may hold words. */
const waysOf = (words: string): Buffer[] => [
  Buffer.from(words),
  Buffer.from(words, "utf16le"),
  Buffer.from(words, "utf16le").swap16(),
];
const holds = (bytes: Buffer, words: string) => waysOf(words).some((way) => bytes.includes(way));

// The bag is written in a worker from rows alone: one database is enough to try it on.
describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("what lies in the data folder", () => {
  let world: World;
  let exportId: string;
  let rows: (typeof attachments.$inferSelect)[];
  beforeAll(async () => {
    world = await aWorld();
    cookie.sid = await signedIn(world, "investigator");
    const { id: testimonyId } = await aTestimony(world);
    for (const content of [...waysOf(IN_FILE).map((way) => Buffer.concat(Array(9_000).fill(way))), "other"])
      expect((await upload(testimonyId, content)).status).toBe(200);
    rows = await world.fresh.store.read.select().from(attachments);
    await aReleasedTestimony(world, { title: IN_BAG });
    ({ id: exportId } = await anExport(world));
    await runNextJob({ "export.build": buildExport });
  });
  afterAll(() => world.close());

  const upload = (testimonyId: string, body: BodyInit) =>
    attachmentDoor(
      new Request(`http://localhost:3000/api/testimonies/${testimonyId}/attachments`, {
        method: "POST",
        headers: {
          "x-request-id": crypto.randomUUID(),
          "x-file-name": Buffer.from("scan.pdf").toString("base64url"),
        },
        body,
      }),
      testimonyId,
    );

  const files = (folder = "") =>
    readdirSync(join(world.fresh.folder, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    );

  const placeOfLongest = () =>
    files("files").toSorted((a, b) => statSync(b).size - statSync(a).size)[0] ?? "";

  it("shows no word of an attached file, nor of an export, and what is opened shows them", async () => {
    const all = files();
    expect(all.filter((file) => /\/(?:files|exports)\//.test(file))).toHaveLength(5);
    expect(all.filter((file) => holds(readFileSync(file), IN_FILE))).toEqual([]);
    expect(all).toContain(world.fresh.path);
    expect(all.filter((file) => holds(readFileSync(file), IN_BAG))).toEqual([]);

    const sys = await system();
    const opened = rows.map(async ({ caseId, sha256 }) => {
      const file = await maybeFile(sys, caseId, sha256);
      return file !== null && holds(await buffer(file.bytes()), IN_FILE);
    });
    expect((await Promise.all(opened)).filter(Boolean)).toHaveLength(3);
    const named = { exportId, caseId: world.caseId };
    const zip = await openedBag(sys, named, join(world.fresh.folder, "opened.zip"));
    const { stdout } = spawnSync("unzip", ["-p", zip], { maxBuffer: 2 ** 28 });
    expect(holds(stdout, IN_BAG)).toBe(true);
  });

  it("breaks a download off before the first wrong byte", async () => {
    const path = placeOfLongest();
    const bytes = readFileSync(path);
    const changed = Buffer.from(bytes);
    changed[150_000] = (changed[150_000] ?? 0) ^ 1;
    writeFileSync(path, changed);
    const answers = await Promise.all(rows.map(async ({ id }) => attachmentBytes(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const read = await Promise.allSettled(answers.map((answer) => answer.arrayBuffer()));
    expect(read.filter(({ status }) => status === "rejected")).toHaveLength(1);
    writeFileSync(path, bytes);
  });

  it("hands out no bag that was damaged, and counts no download of it", async () => {
    await approved(world, exportId);
    cookie.sid = await signedIn(world, "legal_officer");
    const fetched = async () => {
      const answer = await exportBytes(new Request("http://localhost:3000", { method: "POST" }), exportId);
      const { downloads, sha256 } = await world.ask("legal_officer", readExport, { exportId });
      const body = Buffer.from(await answer.arrayBuffer());
      const isWhole = createHash("sha256").update(body).digest("hex") === sha256;
      return [answer.status, downloads, isWhole];
    };
    expect(await fetched()).toEqual([200, 1, true]);
    const path = bagPath(world.fresh.folder, exportId);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, 65_568));
    expect(await fetched()).toEqual([500, 1, false]);
    recordKeysOf(await system()).destroy(exportId);
    writeFileSync(path, bytes);
    expect(await fetched()).toEqual([500, 1, false]);
    cookie.sid = await signedIn(world, "investigator");
  });

  it("answers for no file that was put in the place of another", async () => {
    const [one = "", two = ""] = files("files");
    const aside = join(world.fresh.folder, "aside");
    renameSync(one, aside);
    renameSync(two, one);
    renameSync(aside, two);
    const answers = await Promise.all(rows.map(async ({ id }) => attachmentBytes(id)));
    const said = answers.map(async (answer) =>
      answer.status === 200 ? "whole" : ((await answer.json()) as { rule: string }).rule,
    );
    expect((await Promise.all(said)).toSorted()).toEqual(["file.damaged", "file.damaged", "whole", "whole"]);
  });
});
