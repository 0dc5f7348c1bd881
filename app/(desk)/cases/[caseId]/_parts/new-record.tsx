import type { ReactNode } from "react";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireWriter } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { type Room, ROOM_NOUNS } from "./rooms.ts";

interface Props {
  caseId: string;
  room: Room;
  sections: readonly SectionSpec[];
  /** What is better done first. */
  first?: ReactNode;
}

/** The page on which a record is made. */
export async function NewRecord({ caseId, room, sections, first }: Props) {
  const noun = ROOM_NOUNS[room];
  await requireWriter(caseId, `${noun}.write`);
  const t = await translator(room);
  const list = `/cases/${caseId}/${room}`;
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumb={[{ label: t("title"), href: list }, { label: t("new") }]}
        actions={first}
      />
      <RecordForm
        command={`${noun}.record`}
        namespace={room}
        sections={sections}
        caseId={caseId}
        fixed={{ caseId }}
        draftKey={`${noun}.record.${caseId}`}
        next={`${list}/{id}`}
        cancelHref={list}
      />
    </>
  );
}
