import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { ThirdPersonsState } from "./third-persons-state.tsx";

/** Who else is in an account: whether somebody looked, and the way to where it is done. */
export async function TestimonyThirdPersons({ answer: { testimony, others } }: { answer: TestimonyAnswer }) {
  const t = await translator("people");
  return (
    <Section id="others" title={t("short")}>
      <ThirdPersonsState others={others} />
      {others.isPublished ? null : (
        <Link href={`/cases/${testimony.caseId}/testimonies/${testimony.id}/people`} prefetch={false}>
          {t("open")}
        </Link>
      )}
    </Section>
  );
}
