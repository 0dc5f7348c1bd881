import { links } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustBeTheOnlyOne, mustHoldBasisSource, mustHoldEnds, mustNotLoop } from "../find.ts";
import { mustJoinWhatTheKindJoins, mustSayWhatTheKindAsks, pairKeyOf } from "../rules.ts";
import { LinkEndId, LinkFields, LinkKind, linkKindSpec } from "../vocabulary.ts";

/** Links two records of a case: in what role, on what basis, since when. A suspect is an actor in such a link. */
export const recordLink = command({
  name: "link.record",
  input: LinkFields.extend({
    caseId: CaseId,
    kind: LinkKind,
    fromId: LinkEndId,
    toId: LinkEndId,
    importKey: ImportKey,
  }),
  permission: "link.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { importKey = null, ...fields }) {
    const { caseId, kind, fromId, toId } = fields;
    mustJoinWhatTheKindJoins(fields);
    mustSayWhatTheKindAsks(kind, fields);
    await mustHoldEnds(ctx, caseId, fields);
    await mustHoldBasisSource(ctx, caseId, fields.basisSourceId);
    await mustBeTheOnlyOne(ctx, fields, null);
    await mustNotLoop(ctx, fields, null);
    const { columns } = linkKindSpec(kind);
    const link = await ctx.write.insert(links, {
      ...newRecord(ctx, "link", "L"),
      ...fields,
      importKey,
      pairKey: pairKeyOf(fields),
      [columns.from]: fromId,
      [columns.to]: toId,
    });
    return recorded(link);
  },
});
