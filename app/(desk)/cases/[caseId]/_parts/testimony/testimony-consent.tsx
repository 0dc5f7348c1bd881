import { AnswerPill } from "#components/testimonies/pills.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import { ConsentEditor } from "./consent-editor.tsx";

interface Props {
  testimony: { id: string; version: number; kind: string; consentInternal: string; consentExport: string };
  may: boolean;
}

/** What the witness allowed. Anything but yes is no. */
export async function TestimonyConsent({ testimony, may }: Props) {
  const t = await translator("testimonies");
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
    </Section>
  );
}
