"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { FormOnDemand } from "#components/form/form-on-demand.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type LinkKind, linkKindSpec, type LinkNoun, type LinkSide } from "#lib/links/words.ts";
import { linkSections } from "./link-sections.ts";

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
  const end = side === "from" ? { fromId: recordId } : { toId: recordId };
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
          <FormOnDemand
            command="link.record"
            namespace="links"
            sections={linkSections(kind, side, other)}
            caseId={caseId}
            fixed={{ caseId, kind, ...end, ...withoutRole(kind) }}
            saveLabel={t("save")}
            onSaved={close}
          />
        ) : null}
      </Modal>
    </>
  );
}

export interface LinkAmenderProps {
  readonly caseId: string;
  readonly kind: LinkKind;
  /** Which end of the link the record is from whose page it is changed. */
  readonly side: LinkSide;
  readonly link: {
    readonly id: string;
    readonly version: number;
    readonly role: string | null;
    readonly basis: string | null;
    readonly basisSource: { readonly id: string; readonly code: string; readonly name: string } | null;
    readonly heldEdtf: string | null;
    readonly heldWording: string | null;
    readonly note: string | null;
  };
  /** The record at the other end, by its code. */
  readonly otherCode: string;
}

/** Changes what a link says. Its ends stay. */
export function LinkAmender({ caseId, kind, side, link, otherCode }: LinkAmenderProps) {
  const t = useTranslator("links");
  const [opened, { open, close }] = useDisclosure(false);
  const { id, version, basisSource, ...said } = link;
  const source =
    basisSource === null ? null : { id: basisSource.id, code: basisSource.code, label: basisSource.name };
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={open}
        aria-label={t("with", { act: t("amend"), code: otherCode })}
      >
        {t("amendShort")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("amend")} size="lg">
        {opened ? (
          <FormOnDemand
            command="link.amend"
            namespace="links"
            sections={linkSections(kind, side, null)}
            caseId={caseId}
            fixed={{ linkId: id, ...withoutRole(kind) }}
            record={{ ...said, basisSourceId: source }}
            version={version}
            saveLabel={t("save")}
            onSaved={close}
          />
        ) : null}
      </Modal>
    </>
  );
}

/** A kind that has no roles asks for none, and none is sent. */
const withoutRole = (kind: LinkKind) => (linkKindSpec(kind).roles.length === 0 ? { role: null } : {});
