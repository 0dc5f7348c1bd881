import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";

/** The way to how long an account is kept. */
export async function TestimonyRetention({ caseId, testimonyId }: { caseId: string; testimonyId: string }) {
  const t = await translator("retention");
  return (
    <Section id="retention" title={t("short")}>
      <Link href={`/cases/${caseId}/testimonies/${testimonyId}/retention`} prefetch={false}>
        {t("open")}
      </Link>
    </Section>
  );
}
