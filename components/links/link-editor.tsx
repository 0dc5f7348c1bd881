"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { LINK_BASES } from "#lib/codebook/vocabulary.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type LinkKind, linkKindSpec, type LinkNoun, type LinkSide } from "#lib/links/vocabulary.ts";

export interface LinkEditorProps {
  readonly caseId: string;
  /** The record from whose page the link is made. */
  readonly recordId: string;
  readonly kind: LinkKind;
  /** Which end of the link that record is. */
  readonly side: LinkSide;
  readonly other: LinkNoun;
}

/** Makes a link in two steps: find the other record, say how the two belong together. */
export function LinkEditor({ caseId, recordId, kind, side, other }: LinkEditorProps) {
  const t = useTranslator("links");
  const [opened, { open, close }] = useDisclosure(false);
  const label = t("add", { heading: t(`heading.${kind}.${side}`) });
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={open}
        aria-label={label}
      >
        {t("addShort")}
      </Button>
      <Modal opened={opened} onClose={close} title={label} size="lg">
        {opened ? (
          <RecordForm
            command="link.record"
            namespace="links"
            sections={sectionsOf(kind, side, other)}
            caseId={caseId}
            fixed={fixedOf(caseId, recordId, kind, side)}
            saveLabel={t("save")}
            onSaved={close}
          />
        ) : null}
      </Modal>
    </>
  );
}

function fixedOf(caseId: string, recordId: string, kind: LinkKind, side: LinkSide): Record<string, unknown> {
  const end = side === "from" ? { fromId: recordId } : { toId: recordId };
  return { caseId, kind, ...end, ...(linkKindSpec(kind).roles.length === 0 ? { role: null } : {}) };
}

function sectionsOf(kind: LinkKind, side: LinkSide, other: LinkNoun): readonly SectionSpec[] {
  const { roles, roleWords, basisRequired } = linkKindSpec(kind);
  const [role] = roles;
  return [
    {
      key: "link",
      fields: [
        {
          kind: "reference",
          name: side === "from" ? "toId" : "fromId",
          required: true,
          query: `${other}.suggest`,
          width: "full",
        },
        ...(role === undefined
          ? []
          : [
              {
                kind: "select",
                name: "role",
                required: true,
                options: roles,
                optionLabels: `codebook.${roleWords}`,
              } as const,
            ]),
        {
          kind: "select",
          name: "basis",
          required: basisRequired,
          options: LINK_BASES,
          optionLabels: "codebook.linkBasis",
        },
        { kind: "reference", name: "basisSourceId", query: "source.suggest" },
        { kind: "edtf", name: "held" },
        { kind: "textarea", name: "note", rows: 2 },
      ],
    },
  ];
}
