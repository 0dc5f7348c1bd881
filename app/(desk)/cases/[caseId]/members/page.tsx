import { MemberTable } from "#components/cases/member-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { translator } from "#lib/i18n/server.ts";

export default async function MembersPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, { rows, may }] = await Promise.all([translator("cases"), asked(listMembers, { caseId })]);
  return (
    <>
      <PageHeader title={t("members.title")} lead={`${t("members.lead")} ${t("members.reason")}`} />
      <MemberTable rows={rows} mayEnd={may.admit} />
    </>
  );
}
