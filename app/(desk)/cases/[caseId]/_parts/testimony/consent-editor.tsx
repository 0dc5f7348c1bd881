"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { FormOnDemand } from "#components/form/form-on-demand.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

const SECTIONS: readonly SectionSpec[] = [
  {
    key: "consent",
    fields: [
      { kind: "asked", name: "consentInternal", required: true },
      { kind: "asked", name: "consentExport", required: true },
      { kind: "textarea", name: "reason", required: true, rows: 2, ofTheAct: true },
    ],
  },
];

interface Props {
  readonly testimony: {
    readonly id: string;
    readonly version: number;
    readonly consentInternal: string;
    readonly consentExport: string;
  };
}

/** Records the witness's answers, and how and when they were given. */
export function ConsentEditor({ testimony }: Props) {
  const t = useTranslator("testimonies");
  const [opened, { open, close }] = useDisclosure(false);
  const { id, version, consentInternal, consentExport } = testimony;
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t("setConsent.action")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("setConsent.action")} size="lg">
        {opened ? (
          <FormOnDemand
            command="testimony.setConsent"
            namespace="testimonies"
            sections={SECTIONS}
            fixed={{ testimonyId: id }}
            record={{ consentInternal, consentExport }}
            version={version}
            saveLabel={t("setConsent.save")}
            onSaved={close}
          />
        ) : null}
      </Modal>
    </>
  );
}
