"use server";

import type { Preview } from "#components/table/table-view.ts";
import { idPrefixes, isId } from "#lib/core/id-forms.ts";
import { previewActor, previewPlace, previewVictim } from "./preview-of-parties.tsx";
import { previewAllegation, previewFinding } from "./preview-of-judgements.tsx";
import { previewFigure, previewMedia, previewProceeding } from "./preview-of-reports.tsx";
import { previewIncident, previewTestimony } from "./preview-of-accounts.tsx";
import { previewSource, previewWitness } from "./preview-of-origins.tsx";
import type { Previewer } from "./preview-view.tsx";

const PREVIEWS: Readonly<Record<string, Previewer>> = {
  [idPrefixes.testimony]: previewTestimony,
  [idPrefixes.incident]: previewIncident,
  [idPrefixes.witness]: previewWitness,
  [idPrefixes.victim]: previewVictim,
  [idPrefixes.actor]: previewActor,
  [idPrefixes.place]: previewPlace,
  [idPrefixes.source]: previewSource,
  [idPrefixes.media]: previewMedia,
  [idPrefixes.figure]: previewFigure,
  [idPrefixes.proceeding]: previewProceeding,
  [idPrefixes.allegation]: previewAllegation,
  [idPrefixes.finding]: previewFinding,
};

/**
 * What stands beside a list when one of its rows is chosen. It asks the same question as the record's page, so it shows
 * and leaves on record exactly what that page would.
 * @param recordId from the browser: anything may stand there
 */
export async function showPreview(recordId: string): Promise<Preview> {
  const [prefix = ""] = isId(String(recordId)) ? recordId.split("_") : [];
  const found = (await PREVIEWS[prefix]?.(recordId)) ?? null;
  if (found === null) return { state: "gone", href: null, view: null };
  const { href, retracted, view } = found;
  return retracted ? { state: "retracted", href, view: null } : { state: "shown", href, view };
}
