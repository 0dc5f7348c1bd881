import { findOpenCase } from "#lib/cases/find.ts";
import { idOf } from "#lib/core/fields.ts";
import { query } from "#lib/core/query.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { openParts } from "#lib/vault/rules/sealing.ts";
import { z } from "zod";
import { bagOfKey, destinationOfKey, findBagForKey, peopleOfKey } from "../find/key.ts";
import { findExport, findReceiver } from "../find/records.ts";
import type { CodeKey } from "../formats/write-key.ts";
import { type KeyEntry, saysMoreThanNames } from "../rules/named.ts";

/**
 * The key of a queued export, whole: the names are opened for it, and nobody reads them but the build that encrypts them to the
 * recipient. Its reading is logged, person by person; those who keep the vault are told when it is built.
 * @throws Conflict where nobody may be named; Refused where an identity does not open
 */
export const assemblePseudonymKey = query({
  name: "pseudonymKey.assemble",
  input: z.strictObject({ exportId: idOf("export") }),
  permission: "pseudonymKey.start",
  async run(ctx, { exportId }) {
    const row = await findExport(ctx, exportId, "pseudonymKey.start");
    const bag = await findBagForKey(ctx, (await bagOfKey(ctx, row)).id);
    const caseFile = await findOpenCase(ctx, row.caseId);
    const receiver = await findReceiver(ctx, row);
    const { named, unnamed } = await peopleOfKey(ctx.read, bag, destinationOfKey(bag, receiver), ctx.now);
    if (named.length === 0) throw new Conflict("pseudonymKey.nobody_named");
    const opened = named.map(({ code, identity }) => ({ code, ...openParts(ctx.recordKeys, identity) }));
    const entries: KeyEntry[] = opened.map(({ code, names }) => ({
      code,
      name: names?.name ?? null,
      otherNames: names?.aliases ?? [],
    }));
    const apart = opened.flatMap(({ contacts, relatives, papers, likeness }) => [
      ...(contacts ? [...contacts.phones, ...contacts.emails, contacts.address ?? ""] : []),
      relatives ?? "",
      ...(papers ?? []),
      likeness ?? "",
    ]);
    const key: CodeKey = {
      code: row.code,
      caseCode: caseFile.code,
      isTraining: caseFile.kind === "training",
      createdAt: new Date(row.createdAt).toISOString(),
      of: { code: bag.code, sha256: bag.sha256 ?? "" },
      recipientClass: receiver.recipientClass,
      language: row.language,
      entries,
    };
    return {
      key,
      recipientKey: row.recipientKey ?? "",
      leakScan: saysMoreThanNames(entries, apart) ? ("found" as const) : ("empty" as const),
      included: named.flatMap(({ accounts }) => accounts),
      people: named.map(({ personId, identity }) => ({
        personId,
        identityId: identity.id,
        version: identity.version,
      })),
      withheld: unnamed.map(({ kind, code, rule }) => ({ kind, code, rule })),
      caseId: row.caseId,
      object: { id: row.id, version: row.version },
    };
  },
  traceOf: ({ caseId, object, people }) => ({
    caseId,
    object,
    shown: people.map(({ identityId, version }) => `${identityId}:${version}`).toSorted(),
  }),
});
