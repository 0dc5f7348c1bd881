import { translator } from "#lib/i18n/server.ts";

/** Says what a list of sources or witnesses can be narrowed to: a grade, or none given. */
export async function gradeFilterWords(): Promise<(value: string) => string> {
  const [t, codebook] = await Promise.all([translator("sources"), translator("codebook")]);
  return (value) =>
    value === "not_graded" ? t("notGraded") : `${value} · ${codebook(`reliability.${value}.label`)}`;
}
