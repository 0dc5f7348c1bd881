import { describeDate } from "#lib/core/describe-date.ts";
import { translator } from "#lib/i18n/server.ts";

/** Puts EDTF dates into words of this request's language. */
export async function describer(): Promise<(edtf: string) => string> {
  const words = await translator("dates");
  return (edtf) => describeDate(edtf, words);
}
