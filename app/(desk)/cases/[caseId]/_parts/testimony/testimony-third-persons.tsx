import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readThirdPersons } from "#lib/third-persons/queries/read-third-persons.ts";
import { ThirdPersonsState } from "./third-persons-state.tsx";

/** Who else is in an account: whether somebody looked, and the way to where it is done. */
export async function TestimonyThirdPersons({
  caseId,
  testimonyId,
}: {
  caseId: string;
  testimonyId: string;
}) {
  const [t, answer] = await Promise.all([translator("people"), asked(readThirdPersons, { testimonyId })]);
  return (
    <Section id="others" title={t("short")}>
      <ThirdPersonsState answer={answer} />
      {answer.testimony.kind === "published_account" ? null : (
        <Link href={`/cases/${caseId}/testimonies/${testimonyId}/people`} prefetch={false}>
          {t("open")}
        </Link>
      )}
    </Section>
  );
}
