import { Invalid } from "#lib/core/refusals.ts";

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
