"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMemo } from "react";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { FormOnDemand } from "#components/form/form-on-demand.tsx";
import { RELIABILITIES } from "#lib/corroboration/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Whose reliability is graded; one of the two is null. */
export interface Graded {
  readonly sourceId: string | null;
  readonly witnessId: string | null;
}

/** Grades a source or a witness, with the reason. The newest grade counts from then on. */
export function GradeEditor({ graded }: { graded: Graded }) {
  const t = useTranslator("sources");
  const codebook = useTranslator("codebook");
  const [opened, { open, close }] = useDisclosure(false);
  const sections = useMemo((): readonly SectionSpec[] => {
    const options = RELIABILITIES.map((value) => ({
      value,
      label: `${value} · ${codebook(`reliability.${value}.label`)}`,
      meaning: codebook(`reliability.${value}.definition`),
    }));
    return [
      {
        key: "grade",
        fields: [
          { kind: "select", name: "reliability", required: true, options, width: "full" },
          { kind: "textarea", name: "reason", required: true, rows: 3 },
        ],
      },
    ];
  }, [codebook]);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t("grade.action")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("grade.action")} size="lg">
        {opened ? (
          <FormOnDemand
            command="source.grade"
            namespace="sources"
            under="grade"
            sections={sections}
            fixed={{ ...graded }}
            saveLabel={t("grade.action")}
            onSaved={close}
          />
        ) : null}
      </Modal>
    </>
  );
}
