import { and, asc, eq, gt, lte } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import { checkpointAt } from "#lib/audit/kept-checkpoints.ts";
import { proveEntries } from "#lib/audit/prove-entries.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import { idOf } from "#lib/core/fields.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { Purpose, RULESET_VERSION } from "#lib/release/vocabulary.ts";
import { z } from "zod";
import { Dossier, DOSSIER_FORMAT } from "../dossier.ts";
import { decidersOfCase } from "../find/deciders.ts";
import { idsApart } from "../find/closed-since.ts";
import { idsOfKeys } from "../find/keys-of.ts";
import { cutOutPhrases, scanForLeaks, withoutPhrases } from "../find/leak-scan.ts";
import { findExport, findReceiver, mustHold } from "../find/records.ts";
import { gatherMaterial, type Material } from "../find/material.ts";
import { auditObjectsOf } from "../views/audit-objects.ts";
import { evidenceOf } from "../views/evidence.ts";
import { linksOf } from "../views/links.ts";
import { registersOf } from "../views/registers.ts";
import type { LIMITATIONS } from "../vocabulary.ts";

type Limitation = (typeof LIMITATIONS)[number];

const EVENTS_SLICE = 1_000;

/** The dossier of a queued export, whole and checked. Its reading is logged, testimony by testimony. */
export const assembleDossier = query({
  name: "export.assemble",
  input: z.strictObject({
    exportId: idOf("export"),
    /** Size of the checkpoint that was signed for it: later entries are not in it. */
    size: z.number().int().positive(),
  }),
  permission: "export.start",
  async run(ctx, { exportId, size }) {
    const row = await findExport(ctx, exportId, "export.start");
    mustHold(row, "records");
    const receiver = await findReceiver(ctx, row);
    const purpose = Purpose.parse(row.releasePurpose);
    const material = await gatherMaterial(ctx, row.caseId, { recipient: receiver, purpose });
    const evidence = await evidenceOf(ctx, material, await decidersOfCase(ctx, row.caseId));
    const { caseFile } = material;
    const included = material.testimonies.map(({ id }) => id);
    const phrases = await cutOutPhrases(ctx.read, included);
    const checkpoint = await checkpointAt(ctx.read, size);
    const entries = await eventsOfCase(ctx, row.caseId, size);
    const whole = {
      format: DOSSIER_FORMAT,
      export: {
        code: row.code,
        createdAt: new Date(row.createdAt).toISOString(),
        caseCode: caseFile.code,
        caseTitle: caseFile.title,
        caseTitleAr: caseFile.titleAr,
        training: caseFile.kind === "training",
        requestedByRole: ctx.scope.roleFor("export.start", row.caseId) ?? "legal_officer",
        requestedByCode: (await maybeCallerCode(ctx.read, ctx.keys, row.createdBy, row.caseId)) ?? row.code,
        profile: "J2",
        languageOrder: [row.language],
        limitations: limitationsOf(material, evidence, phrases.length > 0),
        purpose: row.purpose,
        organisation: null,
        contact: null,
        recipientClass: receiver.recipientClass,
        consentRulesetVersion: RULESET_VERSION,
        auditCheckpoint: `${size}:${checkpoint.root}`,
      },
      ...registersOf(material),
      ...evidence,
      links: linksOf(material),
      withheld: material.withheld,
      auditEvents: entries.map(({ body }) => body),
      auditObjects: auditObjectsOf(material, row),
    };
    const dossier = Dossier.parse(withoutPhrases(whole, phrases));
    return {
      dossier,
      proofs: await proveEntries(ctx.read, checkpoint, entries),
      leakScan: await scanForLeaks(ctx.read, dossier, phrases, material),
      caseId: row.caseId,
      object: { id: row.id, version: row.version },
      included,
      shown: material.testimonies.map(({ id, version }) => `${id}:${version}`),
    };
  },
  traceOf: ({ caseId, object, shown }) => ({ caseId, object, shown }),
});

function limitationsOf(
  material: Material,
  evidence: { contradictions: Dossier["contradictions"] },
  isCut: boolean,
): Limitation[] {
  const found: [Limitation, boolean][] = [
    ["identities_not_included", true],
    ["media_described_not_held", material.media.length > 0],
    ["published_accounts_paraphrased", material.testimonies.some(({ kind }) => kind === "published_account")],
    [
      "consent_limits",
      material.withheld.some(({ rule }) =>
        /^(release\.consent|consent\.|condition\.|risk\.|third_person\.|item\.)/.test(rule),
      ),
    ],
    ["third_persons_cut_out", isCut],
    [
      "unfinished_work_left_out",
      material.withheld.some(({ rule }) => /not_accepted|cited_text_changed|not_approved/.test(rule)),
    ],
    ["contradictions_unresolved", evidence.contradictions.some(({ resolution }) => resolution === null)],
    ["places_approximate", material.places.some(({ precision }) => precision !== "P0" && precision !== "P1")],
    ["no_signature", true],
    ["no_trusted_timestamp", true],
    ["pdf_a_not_validated", true],
  ];
  return found.flatMap(([limitation, holds]) => (holds ? [limitation] : []));
}

/** Acts that protect people: who is known, who was helped, how they are reached, and what was lost, is nobody's outside. */
const OF_PROTECTION = /^(?:breach|contact|identity|pseudonymKey|referral)\./;

/**
 * The case's part of the audit log, line by line as it was hashed; without what was done to records in compartments, of which
 * nothing leaves, not even that they are there, and without what protects people. Each is proven by itself: entries of other cases lie between them anyway.
 */
async function eventsOfCase({ read }: AskContext, caseId: string, size: number) {
  const entries: { seq: number; body: string }[] = [];
  // Nor what was done to keys to codes: that there is one, and for whom, is nobody else's either.
  const apart = new Set([...(await idsApart(read, caseId)), ...(await idsOfKeys(read, caseId))]);
  for (let last = 0; ;) {
    const rows = await read
      .select({ seq: auditEvents.seq, act: auditEvents.act, body: auditEvents.body })
      .from(auditEvents)
      .where(and(eq(auditEvents.caseId, caseId), gt(auditEvents.seq, last), lte(auditEvents.seq, size)))
      .orderBy(asc(auditEvents.seq))
      .limit(EVENTS_SLICE);
    entries.push(...rows.filter(({ act, body }) => !OF_PROTECTION.test(act) && !namesAny(body, apart)));
    const end = rows.length === EVENTS_SLICE ? rows.at(-1)?.seq : undefined;
    if (end === undefined) return entries;
    last = end;
  }
}

/** True when an entry of the log has one of some ids anywhere in it. */
function namesAny(body: string, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false;
  return (body.match(/[a-z]{1,2}_[0-9A-Za-z]{22}/g) ?? []).some((id) => ids.has(id));
}
