import { z } from "zod";
import { sources, sourceTies, witnesses } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command, type LoadContext } from "#lib/core/command.ts";
import { idOf, ImportKey, OptionalNote } from "#lib/core/fields.ts";
import { findReference } from "#lib/core/find-record.ts";
import { mustStand, newRecord, recorded } from "#lib/core/outcome.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { areTied, endsOf } from "../find/source-ties.ts";
import { SOFT_EDGE_TENTHS, SoftEdgeKind, SourceTieKind } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/**
 * Records what ties two who speak, witnesses or sources: one origin, kin, talk, one party. It holds between all that either
 * tells, now and later; every finding that it moves is computed again in the same transaction.
 */
export const recordSourceTie = command({
  name: "sourceTie.record",
  input: z.strictObject({
    caseId: CaseId,
    importKey: ImportKey,
    kind: SourceTieKind,
    /** One of these two is null, and one of the other two. */
    witnessId: idOf("witness").nullable(),
    sourceId: idOf("source").nullable(),
    otherWitnessId: idOf("witness").nullable(),
    otherSourceId: idOf("source").nullable(),
    note: OptionalNote,
  }),
  permission: "evidence.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, kind, note, ...ends }) {
    await mustBeOne(ctx, caseId, { witnessId: ends.witnessId, sourceId: ends.sourceId }, [
      "witnessId",
      "sourceId",
    ]);
    await mustBeOne(ctx, caseId, { witnessId: ends.otherWitnessId, sourceId: ends.otherSourceId }, [
      "otherWitnessId",
      "otherSourceId",
    ]);
    const [one, other] = endsOf(ends);
    if (one === other)
      throw new Invalid([
        { path: ends.otherWitnessId ? "otherWitnessId" : "otherSourceId", code: "same_source" },
      ]);
    if (await areTied(ctx.read, kind, [one, other])) throw new Conflict("dependency.exists");
    const soft = SoftEdgeKind.safeParse(kind);
    const tie = await ctx.write.insert(sourceTies, {
      ...newRecord(ctx, "sourceTie", "SD"),
      caseId,
      importKey,
      family: soft.success ? "soft" : "hard",
      kind,
      ...ends,
      weightTenths: soft.success ? SOFT_EDGE_TENTHS[soft.data] : null,
      note,
    });
    await recheckFindings(ctx, { speakerIds: [one, other] });
    return recorded(tie);
  },
});

interface End {
  readonly witnessId: string | null;
  readonly sourceId: string | null;
}

/** @throws Invalid unless exactly one is named · NotFound when it is out of sight · Conflict when it was taken back */
async function mustBeOne(
  ctx: LoadContext,
  caseId: string,
  { witnessId, sourceId }: End,
  paths: readonly string[],
): Promise<void> {
  if ((witnessId === null) === (sourceId === null))
    throw new Invalid(paths.map((path) => ({ path, code: "one_of_both" })));
  mustStand(
    witnessId === null
      ? await findReference(ctx, sources, sourceId ?? "", caseId, "source.read")
      : await findReference(ctx, witnesses, witnessId, caseId, "witness.read"),
  );
}
