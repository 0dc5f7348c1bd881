import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attachments, auditEvents } from "#db/schema/index.ts";
import { execute } from "#lib/core/execute.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, MARKER, type PersonKey, type World } from "#lib/testing/world.ts";
import { ATTACHMENT_BYTES_MAX, attachmentBytes, attachmentDoor } from "./attachments.ts";
import { commandDoor } from "./door.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
let testimonyId: string;
beforeEach(async () => {
  world = await aWorld();
  testimonyId = (await aTestimony(world)).id;
});
afterEach(() => world.close());

const SCAN = Buffer.from(`%PDF-1.7 ${MARKER} the scanned page`);
const SHA256 = createHash("sha256").update(SCAN).digest("hex");
const base64url = (text: string) => Buffer.from(text).toString("base64url");

async function upload(
  as: PersonKey,
  headers: Record<string, string> = {},
  body: BodyInit | null = SCAN,
  to = testimonyId,
) {
  cookie.sid = await signedIn(world, as);
  const request = new Request(`http://localhost:3000/api/testimonies/${to}/attachments`, {
    method: "POST",
    headers: { "x-request-id": crypto.randomUUID(), "x-file-name": base64url("scan.pdf"), ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  return attachmentDoor(request, to);
}

const keptFiles = (folder = "files") => {
  const path = join(world.fresh.folder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(world.fresh.folder.length + 1)] : [],
  );
};
const rows = () => world.fresh.store.read.select().from(attachments);
const answerOf = async (response: Response) => ({
  status: response.status,
  body: JSON.parse(await response.text()) as unknown,
});

it("notes the hash, size and kind that the server found, and gives the same bytes back", async () => {
  const response = await upload("investigator");
  expect(response.status).toBe(200);
  const [row] = await rows();
  expect(row).toMatchObject({ sha256: SHA256, sizeBytes: SCAN.length, mediaType: "application/pdf" });
  const [file = "", ...others] = keptFiles();
  expect(others).toEqual([]);
  const out = await attachmentBytes(row?.id ?? "");
  expect(out.headers.get("content-type")).toBe("application/octet-stream");
  expect(out.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''[\w%.~-]+$/);
  expect(out.headers.get("content-length")).toBe(String(SCAN.length));
  expect(Buffer.from(await out.arrayBuffer())).toEqual(SCAN);
  const path = join(world.fresh.folder, file);
  writeFileSync(path, readFileSync(path).subarray(0, -1));
  const said = await answerOf(await attachmentBytes(row?.id ?? ""));
  expect(said).toMatchObject({ status: 500, body: { rule: "file.damaged" } });
  expect(JSON.stringify(said)).not.toContain("files/");
});

it("keeps a second upload of the same bytes beside the first, and one act sent twice once", async () => {
  await upload("investigator", { "x-request-id": "one-human-act" });
  const again = await answerOf(await upload("investigator", { "x-request-id": "one-human-act" }));
  expect(again.status).toBe(200);
  expect(await rows()).toHaveLength(1);
  await upload("investigator");
  expect(await rows()).toHaveLength(2);
  expect(keptFiles()).toHaveLength(1);
});

it("is not reached by naming a hash over the JSON door", async () => {
  cookie.sid = await signedIn(world, "investigator");
  const input = { testimonyId, fileName: "x", mediaType: "text/plain", sizeBytes: 1, sha256: SHA256 };
  const request = new Request("http://localhost:3000/api/v1/testimony.attach", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ input, requestId: crypto.randomUUID() }),
  });
  expect((await commandDoor("testimony.attach", request)).status).toBe(404);
  expect(await rows()).toEqual([]);
});

it("never hands the bytes of one case to a member of another, even where a row of theirs names the hash", async () => {
  await upload("investigator");
  const theirCase: World = {
    ...world,
    caseId: world.otherCaseId,
    do: (_, verb, input) => world.do("stranger", verb, input),
  };
  const theirs = await aTestimony(theirCase, { people: [] });
  const named = { fileName: "x", mediaType: "text/plain", sizeBytes: SCAN.length, sha256: SHA256 };
  const { id } = await execute(attachFile, world.person("stranger"), { ...named, testimonyId: theirs.id });
  cookie.sid = await signedIn(world, "stranger");
  expect((await attachmentBytes(id)).status).toBe(404);
});

/** A body that tells whether anybody read from it. */
function watched() {
  const seen = { read: false };
  const body = new ReadableStream(
    {
      pull(controller) {
        seen.read = true;
        controller.enqueue(SCAN);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

describe("what is turned away before a byte is read", () => {
  it.each<[string, PersonKey, Record<string, string>, number, string | null]>([
    ["no request id", "investigator", { "x-request-id": "" }, 422, "requestId"],
    ["no file name", "investigator", { "x-file-name": "" }, 422, "fileName"],
    [
      "a name of 300 characters",
      "investigator",
      { "x-file-name": base64url("a".repeat(300)) },
      422,
      "fileName",
    ],
    ["a name with NUL", "investigator", { "x-file-name": base64url("a\u0000b") }, 422, "fileName"],
    [
      "a name that is no UTF-8",
      "investigator",
      { "x-file-name": Buffer.from([0xff]).toString("base64url") },
      422,
      "fileName",
    ],
    [
      "a length beyond the bound",
      "investigator",
      { "content-length": `${ATTACHMENT_BYTES_MAX + 1}` },
      413,
      null,
    ],
    ["a role that does not write", "reviewer", {}, 403, null],
    ["a stranger", "stranger", {}, 404, null],
  ])("%s", async (_, as, headers, status, field) => {
    const { seen, body } = watched();
    const answer = await answerOf(await upload(as, headers, body));
    expect(answer).toMatchObject({ status, ...(field ? { body: { fields: [{ path: field }] } } : {}) });
    expect(seen.read).toBe(false);
    expect(keptFiles()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it("a testimony that was retracted", async () => {
    await world.do("investigator", retractTestimony, { testimonyId, version: 1, reason: "recorded twice" });
    const { seen, body } = watched();
    expect((await upload("investigator", {}, body)).status).toBe(409);
    expect(seen.read).toBe(false);
  });

  it("and leaves no trace of a reading that nobody asked for", async () => {
    await upload("investigator");
    const events = await world.fresh.store.read.select({ act: auditEvents.act }).from(auditEvents);
    expect(events.filter(({ act }) => act === "testimony.read")).toEqual([]);
  });
});

it("leaves no file when the act is refused after the bytes came in", async () => {
  await upload("investigator", { "x-request-id": "one-human-act" });
  const before = keptFiles();
  expect(before).toHaveLength(1);
  const other = Buffer.from("other bytes under the same request");
  expect((await upload("investigator", { "x-request-id": "one-human-act" }, other)).status).toBe(409);
  expect(keptFiles()).toEqual(before);
  expect((await upload("investigator", {}, new Uint8Array())).status).toBe(422);
  expect(keptFiles()).toEqual(before);
});

it("answers a stranger about a hidden testimony or file as about one that never was", async () => {
  await upload("investigator");
  const [row] = await rows();
  const hidden = await answerOf(await upload("stranger"));
  expect(hidden).toEqual(
    await answerOf(await upload("stranger", {}, SCAN, `${testimonyId.slice(0, -6)}AbSeNt`)),
  );
  const bytes = await answerOf(await attachmentBytes(row?.id ?? ""));
  expect(bytes).toEqual(await answerOf(await attachmentBytes(`${row?.id.slice(0, -6)}AbSeNt`)));
  expect(bytes.status).toBe(404);
});
