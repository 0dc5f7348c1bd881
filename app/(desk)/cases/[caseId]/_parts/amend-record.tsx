import { notFound } from "next/navigation";
import type { SectionSpec } from "#components/form/field-spec.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { translator } from "#lib/i18n/server.ts";
import { type Room, ROOM_NOUNS } from "./rooms.ts";

interface Props {
  caseId: string;
  room: Room;
  sections: readonly SectionSpec[];
  row: {
    readonly id: string;
    readonly version: number;
    readonly code: string;
    readonly may: { readonly write: boolean };
  };
  /** The stored values by input key; references as `{ id, code, label }`. */
  record: Readonly<Record<string, unknown>>;
}

/** The page on which a record is changed; absent for those who may not. */
export async function AmendRecord({ caseId, room, sections, row, record }: Props) {
  if (!row.may.write) notFound();
  const t = await translator(room);
  const noun = ROOM_NOUNS[room];
  const list = `/cases/${caseId}/${room}`;
  const home = `${list}/${row.id}`;
  return (
    <>
      <PageHeader
        title={t("amend")}
        code={row.code}
        breadcrumb={[
          { label: t("title"), href: list },
          { label: row.code, href: home },
          { label: t("amend") },
        ]}
      />
      <RecordForm
        command={`${noun}.amend`}
        namespace={room}
        sections={sections}
        caseId={caseId}
        fixed={{ [`${noun}Id`]: row.id }}
        record={record}
        version={row.version}
        draftKey={`${noun}.amend.${row.id}`}
        next={home}
        cancelHref={home}
      />
    </>
  );
}
