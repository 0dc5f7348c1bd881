import { NotFound } from "#lib/core/refusals.ts";
import { problemResponse } from "#lib/api/problem.ts";

/** An address that no door has: answered as the doors answer, not with a page. */
const absent = () => problemResponse(new NotFound());

export { absent as DELETE, absent as GET, absent as PATCH, absent as POST, absent as PUT };
