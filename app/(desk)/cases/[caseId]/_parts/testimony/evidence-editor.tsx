"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { FormOnDemand } from "#components/form/form-on-demand.tsx";
import { FACETS, STANCES } from "#lib/corroboration/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

const SECTIONS: readonly SectionSpec[] = [
  {
    key: "evidence",
    fields: [
      { kind: "reference", name: "allegationId", query: "allegation.suggest", required: true, width: "full" },
      {
        kind: "multiselect",
        name: "facets",
        required: true,
        options: FACETS,
        optionLabels: "codebook.facet",
      },
      { kind: "select", name: "stance", required: true, options: STANCES, optionLabels: "codebook.stance" },
      { kind: "textarea", name: "rationale", required: true, rows: 2 },
    ],
  },
];

/** Says of which facets of which allegation a statement is evidence, in which sense, and why. */
export function EvidenceEditor({
  caseId,
  statementId,
  code,
}: {
  caseId: string;
  statementId: string;
  code: string;
}) {
  const t = useTranslator("testimonies");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconLink size={14} aria-hidden />}
        onClick={open}
        aria-label={t("evidence.action", { code })}
      >
        {t("evidence.short")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("evidence.action", { code })} size="lg">
        {opened ? (
          <FormOnDemand
            command="evidence.record"
            namespace="testimonies"
            under="evidence"
            sections={SECTIONS}
            fixed={{ caseId, statementId }}
            saveLabel={t("evidence.save")}
            onSaved={close}
          />
        ) : null}
      </Modal>
    </>
  );
}
