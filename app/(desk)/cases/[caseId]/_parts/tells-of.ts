import type { TellsOf } from "#components/care/covered.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import type { LinkOfFacet } from "#components/corroboration/evidence-link.tsx";
import { compartmentsOfRecord } from "#lib/compartments/queries/compartments-of-record.ts";

/**
 * What makes a testimony grave: nothing in it says so but the compartments that it is in. Whatever is kept apart counts, also
 * what the organisation keeps apart for reasons of its own.
 */
export async function tellsOf(testimonyId: string): Promise<TellsOf[]> {
  const found = await maybeAsked(compartmentsOfRecord, { recordId: testimonyId });
  const named = (found?.compartments ?? []).map(({ builtIn }) =>
    builtIn === "sexual_violence" || builtIn === "children" ? builtIn : "apart",
  );
  const telling = [...new Set(named)].filter((one) => one !== "apart");
  return telling.length === 0 && named.length > 0 ? ["apart"] : telling;
}

/** The same for the testimonies that evidence was cut from, each asked for once. @returns undefined for what is no testimony */
export async function originsTellOf(
  links: readonly LinkOfFacet[],
): Promise<(link: LinkOfFacet) => TellsOf[] | undefined> {
  const ids = new Set(links.flatMap(({ origin }) => (origin?.type === "testimony" ? [origin.id] : [])));
  const told = new Map(await Promise.all([...ids].map(async (id) => [id, await tellsOf(id)] as const)));
  return ({ origin }) => told.get(origin?.id ?? "");
}
