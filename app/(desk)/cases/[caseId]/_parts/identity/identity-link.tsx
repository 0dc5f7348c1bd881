import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { translator } from "#lib/i18n/server.ts";

interface Props {
  caseId: string;
  room: "witnesses" | "victims";
  personId: string;
}

/** Leads to the page of somebody's identity; not shown to those who may not know whether there is one. */
export async function IdentityLink({ caseId, room, personId }: Props) {
  const [t, { rights }] = await Promise.all([translator("vault"), asked(readRights, { caseId })]);
  if (!rights.includes("identity.read")) return null;
  return (
    <Section id="identity" title={t("title")} lead={t("lead")}>
      <Link href={`/cases/${caseId}/${room}/${personId}/identity`} prefetch={false}>
        {t("open")}
      </Link>
    </Section>
  );
}
