import { IconUserSearch } from "@tabler/icons-react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { asked } from "#lib/api/asked.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { translator } from "#lib/i18n/server.ts";

/** Leads to the question whether somebody's account was taken before; not shown to those who may not ask it. */
export async function KnownPersonButton({ caseId }: { caseId: string }) {
  const [t, { rights }] = await Promise.all([translator("vault"), asked(readRights, { caseId })]);
  if (!rights.includes("identity.seek")) return null;
  return (
    <LinkButton
      href={`/cases/${caseId}/witnesses/known`}
      variant="default"
      leftSection={<IconUserSearch size={16} aria-hidden />}
    >
      {t("seek.title")}
    </LinkButton>
  );
}
