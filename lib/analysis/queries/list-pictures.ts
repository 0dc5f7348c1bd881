import { z } from "zod";
import { query } from "#lib/core/query.ts";
import { findEnd } from "#lib/links/find.ts";
import { LinkEndId } from "#lib/links/vocabulary.ts";
import { datesOf } from "../find/dates-of.ts";
import { placesOf } from "../find/on-map.ts";

/** Which pictures of its case show a record: the timeline when it has a date, the map when it has a place with a point. */
export const listPictures = query({
  name: "picture.list",
  input: z.strictObject({ recordId: LinkEndId }),
  permission: "case.read",
  async run(ctx, { recordId }) {
    const { caseId } = await findEnd(ctx, recordId);
    const [dates, places] = [await datesOf(ctx, caseId, recordId), await placesOf(ctx, caseId, recordId)];
    return { timeline: dates.length > 0, map: places.length > 0 };
  },
});
