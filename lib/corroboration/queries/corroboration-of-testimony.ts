import { z } from "zod";
import { testimonies } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { liveCeilingsBeside, rollUpsOfTestimonies } from "../find.ts";
import { facetKey } from "../find/affected-facets.ts";

/** How well one testimony is corroborated: its one status, and beside it the counts and the live ceiling of each facet. */
export const corroborationOfTestimony = query({
  name: "corroboration.ofTestimony",
  input: z.strictObject({ testimonyId: idOf("testimony") }),
  permission: "finding.read",
  async run({ read, scope }, { testimonyId }) {
    const testimony = await findRecord({ read, scope }, testimonies, testimonyId, "testimony.read");
    const rollUps = await rollUpsOfTestimonies(read, [testimony.id], scope.closed(testimony.caseId));
    const rollUp = rollUps.get(testimony.id);
    if (!rollUp) throw new Error("a testimony without its roll-up");
    const live = await liveCeilingsBeside(read, rollUp);
    return {
      ...rollUp,
      facets: rollUp.facets.map((one) => ({ ...one, live: live.get(facetKey(one)) ?? null })),
    };
  },
});
