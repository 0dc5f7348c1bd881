import { MemberTable } from "#components/cases/member-table.tsx";
import { peopleOf } from "#components/cases/people-of.ts";
import { Clearances } from "#components/compartments/clearances.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { listClearances } from "#lib/compartments/queries/list-clearances.ts";
import { translator } from "#lib/i18n/server.ts";

export default async function MembersPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, { rows, may }, clearances] = await Promise.all([
    translator("cases"),
    asked(listMembers, { caseId }),
    asked(listClearances, { caseId }),
  ]);
  return (
    <>
      <PageHeader title={t("members.title")} lead={`${t("members.lead")} ${t("members.reason")}`} />
      <MemberTable rows={rows} mayEnd={may.admit} />
      <Clearances
        caseId={caseId}
        rows={clearances.rows}
        compartments={clearances.compartments}
        mayPropose={clearances.may.propose}
        people={peopleOf(rows)}
      />
    </>
  );
}
