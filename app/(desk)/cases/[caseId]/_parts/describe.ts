import { describeDate } from "#lib/core/describe-date.ts";
import { formats, translator } from "#lib/i18n/server.ts";

const ONE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Puts EDTF dates into words of this request's language; an exact day with its Hijri day, for whoever wants it. */
export async function describer(): Promise<(edtf: string) => string> {
  const [words, format] = await Promise.all([translator("dates"), formats()]);
  return (edtf) => {
    const text = describeDate(edtf, words);
    const hijri = ONE_DAY.test(edtf) ? format.hijri(edtf) : null;
    return hijri === null ? text : `${text} (${hijri})`;
  };
}
