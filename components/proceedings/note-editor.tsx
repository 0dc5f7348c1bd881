"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { FormOnDemand } from "#components/form/form-on-demand.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

const SECTIONS: readonly SectionSpec[] = [
  {
    key: "note",
    fields: [
      { kind: "edtf", name: "notedEdtf", as: "bare" },
      { kind: "text", name: "title", required: true, width: "full" },
      { kind: "textarea", name: "body", required: true, rows: 4 },
    ],
  },
];

export interface NoteEditorProps {
  readonly caseId: string;
  /** The line as it is stored; absent for a new one. */
  readonly note?: {
    readonly id: string;
    readonly version: number;
    readonly notedEdtf: string | null;
    readonly title: string;
    readonly body: string;
  };
}

/** Adds a line of context to the timeline, or changes one. */
export function NoteEditor({ caseId, note }: NoteEditorProps) {
  const t = useTranslator("proceedings");
  const [opened, { open, close }] = useDisclosure(false);
  const title = t(note === undefined ? "timelineNote.new" : "timelineNote.amend");
  return (
    <>
      {note === undefined ? (
        <Button onClick={open}>{title}</Button>
      ) : (
        <Button onClick={open} size="xs" variant="subtle">
          {title}
        </Button>
      )}
      <Modal opened={opened} onClose={close} title={title} size="lg">
        {opened ? (
          <FormOnDemand
            namespace="proceedings"
            caseId={caseId}
            under="timelineNote"
            sections={SECTIONS}
            onSaved={close}
            {...(note === undefined
              ? {
                  command: "timelineNote.record",
                  fixed: { caseId },
                  draftKey: `timelineNote.record.${caseId}`,
                }
              : {
                  command: "timelineNote.amend",
                  fixed: { timelineNoteId: note.id },
                  record: note,
                  version: note.version,
                  draftKey: `timelineNote.amend.${note.id}`,
                })}
          />
        ) : null}
      </Modal>
    </>
  );
}
