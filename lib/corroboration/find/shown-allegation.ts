import { eq } from "drizzle-orm";
import { actors, incidents, places, victims } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { Allegation } from "./records.ts";

/** An allegation as it is shown beside a finding of it: the act, and what it names by code. */
export async function shownAllegation(read: Reader, allegation: Allegation) {
  const { id, code, violation, wording, occurredEdtf, occurredWording, childConcerned } = allegation;
  const [incident] = await read
    .select({ id: incidents.id, code: incidents.code, title: incidents.title, titleAr: incidents.titleAr })
    .from(incidents)
    .where(eq(incidents.id, allegation.incidentId));
  const [actor] = await read
    .select({ id: actors.id, code: actors.code, name: actors.name, nameAr: actors.nameAr })
    .from(actors)
    .where(eq(actors.id, allegation.actorId ?? ""));
  const [victim] = await read
    .select({ id: victims.id, code: victims.code, label: victims.label })
    .from(victims)
    .where(eq(victims.id, allegation.victimId ?? ""));
  const [place] = await read
    .select({ id: places.id, code: places.code, name: places.name, nameAr: places.nameAr })
    .from(places)
    .where(eq(places.id, allegation.placeId ?? ""));
  return {
    id,
    code,
    violation,
    wording,
    occurredEdtf,
    occurredWording,
    childConcerned,
    retracted: allegation.retractedAt !== null,
    incident: incident ?? null,
    actor: actor ?? null,
    victim: victim ?? null,
    place: place ?? null,
  };
}
