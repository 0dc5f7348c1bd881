import { Conflict, Invalid } from "#lib/core/refusals.ts";

/** @throws Invalid unless an allegation and one of its facets are named together, or neither is */
export function mustNameBoth({
  allegationId,
  facet,
}: {
  allegationId: string | null;
  facet: string | null;
}): void {
  if (allegationId !== null && facet === null) throw new Invalid([{ path: "facet", code: "required" }]);
  if (allegationId === null && facet !== null)
    throw new Invalid([{ path: "allegationId", code: "required" }]);
}

/**
 * Where a facet is in question, one of the two speaks against it, and is linked so: what stands there weighs in the level. That
 * neither does is not said alone by whoever recorded them; it is for a reviewer to settle.
 * @throws Conflict
 */
export function mustNameSide({ against, facet }: { against: string; facet: string | null }): void {
  if (facet !== null && against === "neither") throw new Conflict("contradiction.name_side");
}
