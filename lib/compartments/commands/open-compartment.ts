import { desc } from "drizzle-orm";
import { compartments } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Line, OptionalLine } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { FIRST_OWN_BIT, LAST_BIT } from "../vocabulary.ts";

/** Adds a compartment of the organisation's own. It is there for good: what was once put apart is not to become open. */
export const openCompartment = command({
  name: "compartment.open",
  input: z.strictObject({ name: Line, nameAr: OptionalLine, sensitive: z.boolean() }),
  permission: "compartment.open",
  isSensitive: true,
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run(ctx, { name, nameAr, sensitive }) {
    const [last] = await ctx.read
      .select({ bit: compartments.bit })
      .from(compartments)
      .orderBy(desc(compartments.bit))
      .limit(1);
    const bit = last ? last.bit * 2 : FIRST_OWN_BIT;
    if (bit > LAST_BIT) throw new Conflict("compartment.too_many");
    const made = await ctx.write.insert(compartments, {
      id: newId("compartment"),
      bit,
      name,
      nameAr,
      sensitive,
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
    });
    const object = { id: made.id, version: made.version };
    return { result: { ...object, bit }, entry: { object, detail: { name, nameAr } } };
  },
});
