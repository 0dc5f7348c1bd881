import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { failExport } from "#lib/exports/commands/fail-export.ts";
import { finishExport } from "#lib/exports/commands/finish-export.ts";
import { startExport } from "#lib/exports/commands/start-export.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { listExports } from "#lib/exports/queries/list-exports.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aRecipient } from "./recipients.ts";
import { anAcceptedTestimony } from "./testimonies.ts";

/** Long enough for a test that does not move the clock past it on purpose. */
const KEPT_MS = 7 * 86_400_000;

/** An accepted testimony whose witness said yes, also to its leaving the house. */
export async function aReleasedTestimony(world: World, changes: Partial<TestimonyFields> = {}) {
  const { id, version } = await anAcceptedTestimony(world, changes);
  return world.do("protection_officer", setConsent, {
    testimonyId: id,
    version,
    consentInternal: "yes",
    consentExport: "yes",
    reason: world.marked("asked in person"),
  });
}

/** An export that waits to be built. */
export const anExport = async (world: World, recipientId?: string) =>
  world.do("legal_officer", startExport, {
    caseId: world.caseId,
    recipientId: recipientId ?? (await aRecipient(world)).id,
    releasePurpose: "proceedings" as const,
    language: "en",
    purpose: world.marked("for the prosecutor"),
  });

/** What building an export notes at its end; the bytes themselves are none of the record's concern. */
const built = (world: World, included: string[] = []) => ({
  sha256: "ab".repeat(32),
  sizeBytes: 1_000,
  included,
  withheld: [],
  expiresAt: world.now() + KEPT_MS,
});

/** An export noted as ready, without bytes. @param included the testimonies that it is said to hold */
export async function aReadyExport(world: World, included: string[] = [], recipientId?: string) {
  const { id, version } = await anExport(world, recipientId);
  return world.do("legal_officer", finishExport, { ...built(world, included), exportId: id, version });
}

export const exportSpecimens: Specimens = {
  commands: [
    {
      command: startExport,
      as: "legal_officer",
      input: async (world) => ({
        caseId: world.caseId,
        recipientId: (await aRecipient(world)).id,
        releasePurpose: "proceedings",
        language: "ar",
        purpose: world.marked("for the prosecutor"),
      }),
    },
    {
      command: finishExport,
      as: "legal_officer",
      async input(world) {
        const { id, version } = await anExport(world);
        return { ...built(world), exportId: id, version };
      },
    },
    {
      command: failExport,
      as: "legal_officer",
      async input(world) {
        const { id, version } = await anExport(world);
        return { exportId: id, version, problem: "fault" };
      },
    },
    {
      command: downloadExport,
      as: "legal_officer",
      input: async (world) => ({ exportId: (await aReadyExport(world)).id }),
    },
  ],
  queries: [
    {
      query: previewExport,
      as: "protection_officer",
      async input(world) {
        await aReleasedTestimony(world);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: listExports,
      as: "senior_reviewer",
      async input(world) {
        await anExport(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readExport,
      as: "protection_officer",
      input: async (world) => ({ exportId: (await anExport(world)).id }),
      showsMarker: true,
    },
    {
      query: assembleDossier,
      as: "legal_officer",
      async input(world) {
        await aReleasedTestimony(world);
        return { exportId: (await anExport(world)).id };
      },
      showsMarker: true,
    },
  ],
};
