import { aCheckpoint } from "../signed-size.ts";
import { approveLegal } from "#lib/exports/commands/approve-legal.ts";
import { approveProtection } from "#lib/exports/commands/approve-protection.ts";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { downloadPseudonymKey } from "#lib/exports/commands/download-pseudonym-key.ts";
import { failExport } from "#lib/exports/commands/fail-export.ts";
import { finishExport } from "#lib/exports/commands/finish-export.ts";
import { startExport } from "#lib/exports/commands/start-export.ts";
import { startPseudonymKey } from "#lib/exports/commands/start-pseudonym-key.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { assemblePseudonymKey } from "#lib/exports/queries/assemble-pseudonym-key.ts";
import { listExports } from "#lib/exports/queries/list-exports.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { previewPseudonymKey } from "#lib/exports/queries/preview-pseudonym-key.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { answered } from "./consent.ts";
import { aRecipient } from "./recipients.ts";
import { assessed } from "./risk.ts";
import { anAcceptedTestimony } from "./testimonies.ts";
import { indexed } from "./third-persons.ts";
import { anIdentity } from "./vault.ts";

/** Long enough for a test that does not move the clock past it on purpose. */
const KEPT_MS = 7 * 86_400_000;

/**
 * An accepted testimony that may go to the court at The Hague: its witness was asked about it, their risk is low, and nobody else is in
 * the account.
 */
export async function aReleasedTestimony(world: World, changes: Partial<TestimonyFields> = {}) {
  const accepted = await anAcceptedTestimony(world, changes);
  await mayLeave(world, accepted.id);
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: accepted.id });
  return { ...accepted, version: testimony.version };
}

/** Does what has to be done before an account may go to the court, and has not been: asks its witness, assesses their risk, reads it for others. */
export async function mayLeave(world: World, testimonyId: string): Promise<void> {
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
  const { witnessId, acceptedNumber } = testimony;
  if (witnessId === null || acceptedNumber === null) throw new Error("nobody told it, or nobody accepted it");
  const { hasLedger } = await world.ask("investigator", readConsent, { witnessId });
  if (!hasLedger) await answered(world, witnessId);
  await assessed(world, witnessId);
  await indexed(world, testimonyId);
}

/** The two yeses that a bag needs before it is handed out, of a lawyer and a protection officer who did not ask for it. */
export async function approved(world: World, exportId: string): Promise<void> {
  const { sha256 } = await world.ask("legal_officer", readExport, { exportId });
  if (sha256 === null) throw new Error("it is not built yet");
  await world.do("legal_officer2", approveLegal, { exportId, sha256 });
  await world.do("protection_officer", approveProtection, { exportId, sha256 });
}

/** An export that waits to be built. */
export const anExport = async (
  world: World,
  recipientId?: string,
  as: "legal_officer" | "legal_officer2" = "legal_officer",
) =>
  world.do(as, startExport, {
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
  leakScan: "empty" as const,
});

/** An export noted as ready, without bytes. @param included the testimonies that it is said to hold */
export async function aReadyExport(
  world: World,
  included: string[] = [],
  recipientId?: string,
  as: "legal_officer" | "legal_officer2" = "legal_officer",
) {
  const { id, version } = await anExport(world, recipientId, as);
  return world.do("legal_officer", finishExport, { ...built(world, included), exportId: id, version });
}

/** The same, approved by both. */
export async function anApprovedExport(world: World, included: string[] = [], recipientId?: string) {
  const ready = await aReadyExport(world, included, recipientId);
  await approved(world, ready.id);
  return ready;
}

/** The public half of a key pair whose other half nobody has kept. */
export const A_RECIPIENT_KEY = "age1m0qd4hakhthw7aqkmf74xaaumswcgvzt0hw62jyfwwftckjfjqlst7s83j";

/** An account that may go to the court of somebody whose name is kept, and who agreed to be named there. */
export async function aNameableTestimony(world: World, identity: Record<string, unknown> = {}) {
  // A bag is held back where a record came into a compartment at the very instant of it.
  world.pass(1);
  const { personId, identityId } = await anIdentity(world, identity);
  await answered(world, personId, { icc_proceedings: "identified" });
  const { id: testimonyId } = await aReleasedTestimony(world, { witnessId: personId });
  return { personId, identityId, testimonyId };
}

/** The key to the codes of an approved bag, waiting to be built. */
export async function aPseudonymKey(world: World, bagId?: string, recipientKey = A_RECIPIENT_KEY) {
  const named = bagId === undefined ? await aNameableTestimony(world) : null;
  const { id: recipientId } = await aRecipient(world);
  const exportId = bagId ?? (await anApprovedExport(world, named ? [named.testimonyId] : [])).id;
  const key = await world.do("legal_officer", startPseudonymKey, {
    exportId,
    recipientId,
    recipientKey,
    language: "en",
    purpose: world.marked("for the judge alone"),
  });
  return { ...key, bagId: exportId, named };
}

/** The same, noted as ready and approved by both, without bytes. */
async function anApprovedKey(world: World) {
  const { id, version, named } = await aPseudonymKey(world);
  if (named === null) throw new Error("it names nobody");
  const { personId, identityId, testimonyId } = named;
  const people = [{ personId, identityId, version: 1 }];
  await world.do("legal_officer", finishExport, {
    ...built(world, [testimonyId]),
    people,
    exportId: id,
    version,
  });
  await approved(world, id);
  return id;
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
      command: approveLegal,
      as: "legal_officer",
      async input(world) {
        const { id: exportId } = await aReadyExport(world, [], undefined, "legal_officer2");
        return { exportId, sha256: built(world).sha256 };
      },
    },
    {
      command: approveProtection,
      as: "protection_officer",
      input: async (world) => ({ exportId: (await aReadyExport(world)).id, sha256: built(world).sha256 }),
    },
    {
      command: downloadExport,
      as: "legal_officer",
      input: async (world) => ({ exportId: (await anApprovedExport(world)).id }),
    },
    {
      command: startPseudonymKey,
      as: "legal_officer",
      async input(world) {
        const { testimonyId } = await aNameableTestimony(world);
        return {
          exportId: (await anApprovedExport(world, [testimonyId])).id,
          recipientId: (await aRecipient(world)).id,
          recipientKey: A_RECIPIENT_KEY,
          language: "ar",
          purpose: world.marked("for the judge alone"),
        };
      },
    },
    {
      command: downloadPseudonymKey,
      as: "legal_officer",
      input: async (world) => ({ exportId: await anApprovedKey(world) }),
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
      query: assemblePseudonymKey,
      as: "legal_officer",
      input: async (world) => ({ exportId: (await aPseudonymKey(world)).id }),
      showsMarker: true,
    },
    {
      query: previewPseudonymKey,
      as: "legal_officer",
      async input(world) {
        const { testimonyId } = await aNameableTestimony(world);
        const { id: exportId } = await anApprovedExport(world, [testimonyId]);
        return { exportId, recipientId: (await aRecipient(world)).id };
      },
      // Codes alone.
      showsMarker: false,
    },
    {
      query: assembleDossier,
      as: "legal_officer",
      async input(world) {
        await aReleasedTestimony(world);
        const { id: exportId } = await anExport(world);
        return { exportId, size: await aCheckpoint(world) };
      },
      showsMarker: true,
    },
  ],
};
