import Link from "next/link";
import { AnswerPill } from "#components/testimonies/pills.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import { ConsentEditor } from "./consent-editor.tsx";

interface Props {
  testimony: {
    id: string;
    caseId: string;
    version: number;
    kind: string;
    witnessId: string | null;
    consentInternal: string;
    consentExport: string;
  };
  may: boolean;
}

/** What the witness allowed. Anything but yes is no. */
export async function TestimonyConsent({ testimony, may }: Props) {
  const [t, consent] = await Promise.all([translator("testimonies"), translator("consent")]);
  const { caseId, witnessId } = testimony;
  return (
    <Section
      id="consent"
      title={t("consentTitle")}
      lead={testimony.kind === "published_account" ? t("consentPublished") : t("consentLead")}
      actions={may ? <ConsentEditor testimony={testimony} /> : undefined}
    >
      <Facts
        items={[
          {
            label: t("fields.consentInternal.label"),
            value: <AnswerPill value={testimony.consentInternal} />,
          },
          { label: t("fields.consentExport.label"), value: <AnswerPill value={testimony.consentExport} /> },
        ]}
      />
      {witnessId === null || testimony.kind === "published_account" ? null : (
        <Link href={`/cases/${caseId}/witnesses/${witnessId}/consent`} prefetch={false}>
          {consent("toLedger")}
        </Link>
      )}
    </Section>
  );
}
