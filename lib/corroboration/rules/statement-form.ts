import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { StatementFields } from "./entered-fields.ts";

interface Origin {
  testimonyId: string | null;
  mediaId: string | null;
  figureId: string | null;
}

/** @throws Invalid unless a statement is cut from exactly one testimony, media item or figure */
export function mustBeCutFromOne({ testimonyId, mediaId, figureId }: Origin): void {
  const given = [testimonyId, mediaId, figureId].filter((id) => id !== null);
  if (given.length !== 1)
    throw new Invalid([{ path: "testimonyId", code: given.length === 0 ? "required" : "one_origin" }]);
}

const MEDIA_FIELDS = ["mediaRank", "mediaCondition", "showsActItself"] as const;

/**
 * What is entered fits what it is cut from: a version and paragraphs belong to testimonies, verification to media items.
 * @throws Invalid naming each field
 */
export function mustFitOrigin({ testimonyId, mediaId }: Origin, fields: StatementFields): void {
  const problems: FieldProblem[] = [];
  const demand = (path: keyof StatementFields, wanted: boolean, otherwise: string) => {
    if (wanted && fields[path] === null) problems.push({ path, code: "required" });
    if (!wanted && fields[path] !== null) problems.push({ path, code: otherwise });
  };
  demand("testimonyNumber", testimonyId !== null, "testimony_only");
  if (testimonyId === null && fields.paragraphs !== null)
    problems.push({ path: "paragraphs", code: "testimony_only" });
  if (testimonyId === null && fields.spans) problems.push({ path: "spans", code: "testimony_only" });
  for (const path of MEDIA_FIELDS) demand(path, mediaId !== null, "media_only");
  if (problems.length > 0) throw new Invalid(problems);
}
