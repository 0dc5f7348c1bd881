import { PageHeader } from "#components/ui/page-header.tsx";
import { SeekPerson } from "#components/vault/seek-person.tsx";
import { requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";

/** Whether somebody's account was taken before. What is typed stands in no address, so nothing of it is read here. */
export default async function KnownPersonPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  await requireWriter(caseId, "identity.seek");
  const [t, witnesses] = await Promise.all([translator("vault"), translator("witnesses")]);
  return (
    <>
      <PageHeader
        title={t("seek.title")}
        lead={t("seek.lead")}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: t("seek.title") },
        ]}
      />
      <SeekPerson caseId={caseId} />
    </>
  );
}
