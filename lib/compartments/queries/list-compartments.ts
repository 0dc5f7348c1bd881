import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { allCompartments } from "../find.ts";

/** All compartments of the organisation, for whoever adds one. */
export const listCompartments = query({
  name: "compartment.list",
  input: z.strictObject({}),
  permission: "compartment.open",
  caseOf: () => ORGANISATION,
  run: async (ctx) => ({ rows: await allCompartments(ctx.read) }),
});
