import { notFound } from "next/navigation";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { amendSections, recordSections } from "#components/vault/identity-sections.ts";
import { asked, requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readIdentity } from "#lib/vault/queries/read-identity.ts";

interface Props {
  caseId: string;
  room: "witnesses" | "victims";
  personId: string;
}

/**
 * The form of an identity. It has no draft: what is typed is kept nowhere before it is sealed; and what was sealed before does not
 * stand in it.
 */
export async function IdentityForm({ caseId, room, personId }: Props) {
  await requireWriter(caseId, "identity.write");
  const [t, people, { person, identity, may }] = await Promise.all([
    translator("vault"),
    translator(room),
    asked(readIdentity, { personId }),
  ]);
  if (!may.record && !may.amend) notFound();
  const home = `/cases/${caseId}/${room}/${personId}`;
  const form =
    identity === null
      ? { command: "identity.record", sections: recordSections, fixed: { personId } }
      : {
          command: "identity.amend",
          sections: amendSections(identity.demandsSecond),
          fixed: { identityId: identity.id, seen: identity.version },
        };
  const title = t(identity === null ? "record" : "amend");
  return (
    <>
      <PageHeader
        title={title}
        lead={t(identity === null ? "recordLead" : "amendLead")}
        code={person.code}
        breadcrumb={[
          { label: people("title"), href: `/cases/${caseId}/${room}` },
          { label: person.code, href: home },
          { label: t("title"), href: `${home}/identity` },
          { label: title },
        ]}
      />
      <RecordForm
        {...form}
        namespace="vault"
        caseId={caseId}
        next={`${home}/identity`}
        cancelHref={`${home}/identity`}
      />
    </>
  );
}
