/** One way to knock at each door, for all tests of who is let in: a door that is missing here turns lib/authorised.test.ts red. */
import { vi } from "vitest";
import type { Permission } from "#lib/access/permissions.ts";
import { attachmentBytes, attachmentDoor } from "#lib/api/attachments.ts";
import { commandDoor, queryDoor } from "#lib/api/door.ts";
import { discardDraftDoor, readDraftDoor, saveDraftDoor } from "#lib/api/drafts.ts";
import { excerptBytes } from "#lib/api/excerpt.ts";
import { exportBytes } from "#lib/api/exports.ts";
import { mailLinkDoor } from "#lib/api/mail-link.ts";
import { readNoticesDoor, seenDoor } from "#lib/api/notices.ts";
import { forgetLayoutDoor, saveLayoutDoor } from "#lib/api/preferences.ts";
import { system } from "#lib/core/system.ts";
import { aBagOf } from "#lib/exports/testing/a-bag.ts";
import { keepFile } from "#lib/platform/storage.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { aReadyExport } from "./specimens/exports.ts";
import { aRecovery } from "./specimens/invitations.ts";
import { aTestimony } from "./specimens/testimonies.ts";
import type { World } from "./world.ts";

/** What doors are about: records of the world's case, and a recovery that waits for its second administrator. */
export interface Behind {
  caseId: string;
  testimonyId: string;
  attachmentId: string;
  exportId: string;
  recoveryId: string;
}

export interface DoorSpecimen {
  /** Who is let in. */
  permission: Permission;
  /** Who sees what it is about, and so is told that they are not; without it, nobody else does. */
  sight?: Permission;
  /** What it is about; nothing where a person's own things are behind it. */
  about?: keyof Behind;
  /** Knocks. @param id of what it is about */
  knock(id: string): Promise<Response>;
}

/** By the name of the function that opens it. */
export const doorSpecimens: Readonly<Record<string, DoorSpecimen>> = {
  commandDoor: {
    permission: "testimony.write",
    sight: "testimony.read",
    about: "testimonyId",
    knock: (id) =>
      commandDoor(
        "testimony.submit",
        sent("POST", { input: { testimonyId: id, version: 1 }, requestId: once() }),
      ),
  },
  queryDoor: {
    permission: "testimony.read",
    about: "testimonyId",
    knock: (id) => queryDoor("testimony.read", sent("POST", { input: { testimonyId: id } })),
  },
  attachmentDoor: {
    permission: "testimony.write",
    sight: "testimony.read",
    about: "testimonyId",
    knock(id) {
      const named = { "x-request-id": once(), "x-file-name": Buffer.from("scan").toString("base64url") };
      return attachmentDoor(new Request(AT, { method: "POST", headers: named, body: "bytes" }), id);
    },
  },
  attachmentBytes: { permission: "testimony.read", about: "attachmentId", knock: attachmentBytes },
  exportBytes: {
    permission: "export.start",
    sight: "export.read",
    about: "exportId",
    knock: (id) => exportBytes(sent("POST"), id),
  },
  // Those who may not read the log see that it is there: it is everybody's.
  excerptBytes: {
    permission: "audit.read",
    knock: () => excerptBytes(sent("POST", { act: "testimony.record" })),
  },
  readDraftDoor: {
    permission: "case.read",
    about: "caseId",
    knock: (id) => readDraftDoor(sent("GET"), `${id}.note`),
  },
  saveDraftDoor: {
    permission: "case.read",
    about: "caseId",
    knock: (id) => saveDraftDoor(sent("PUT", { version: 0, body: once() }), `${id}.${once()}`),
  },
  discardDraftDoor: {
    permission: "case.read",
    about: "caseId",
    knock: (id) => discardDraftDoor(sent("DELETE"), `${id}.note`),
  },
  seenDoor: {
    permission: "case.read",
    about: "testimonyId",
    knock: (id) => seenDoor(sent("POST", { recordId: id })),
  },
  saveLayoutDoor: {
    permission: "self.act",
    knock: () => saveLayoutDoor(sent("PUT", { body: { hidden: [], order: [], widths: {} } }), "list.places"),
  },
  forgetLayoutDoor: {
    permission: "self.act",
    knock: () => forgetLayoutDoor(sent("DELETE"), "list.places"),
  },
  mailLinkDoor: {
    permission: "account.manage",
    about: "recoveryId",
    // Where no mail server is set, the door says so to everybody. This one is never asked: no link of this kind is mailed.
    async knock(invitationId) {
      vi.stubEnv("ATTEST_SMTP_URL", "smtp://localhost");
      vi.stubEnv("ATTEST_SMTP_FROM", "attest@house.example");
      const input = { invitationId, email: "somebody@house.example" };
      const answer = await mailLinkDoor(sent("POST", { input, requestId: once() }));
      vi.stubEnv("ATTEST_SMTP_URL", "");
      return answer;
    },
  },
  readNoticesDoor: { permission: "self.act", knock: () => readNoticesDoor(sent("POST", { all: true })) },
};

const AT = "http://localhost:3000/api";
const once = () => crypto.randomUUID();

/** A request with a body of JSON, as our own pages send it. */
export const sent = (method: string, body?: unknown): Request =>
  new Request(AT, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Makes what is behind the doors: records, an attached file, the bag of an export and a recovery. */
export async function behindTheDoors(world: World): Promise<Behind> {
  const testimonyId = (await aTestimony(world)).id;
  const exportId = (await aReadyExport(world)).id;
  await aBagOf(await system(), { exportId, caseId: world.caseId }, "bag");
  const bytes = new Response("bytes").body as ReadableStream<Uint8Array>;
  const note = ({ sha256, sizeBytes }: { sha256: string; sizeBytes: number }) => {
    const file = { fileName: world.marked("scan"), mediaType: "application/pdf", sizeBytes, sha256 };
    return world.do("investigator", attachFile, { testimonyId, ...file });
  };
  const { id: attachmentId } = await keepFile(await system(), world.caseId, bytes, 100, note);
  const { invitationId: recoveryId } = await aRecovery(world, "newcomer");
  return { caseId: world.caseId, testimonyId, attachmentId, exportId, recoveryId };
}
