import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { translator } from "#lib/i18n/server.ts";
import { CompartmentPills } from "./compartment-pills.tsx";
import { RecordPictures } from "./record-pictures.tsx";
import { RecordActions } from "./record-actions.tsx";
import { RetractedNote } from "./retracted-note.tsx";
import type { Room } from "./rooms.ts";

interface Props {
  caseId: string;
  room: Room;
  title: string;
  /** What it is, in a word; the room's own when absent. */
  kind?: string;
  pills?: ReactNode;
  row: {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    readonly retractedAt: number | null;
    readonly retractionReason: string | null;
    readonly may: { readonly write: boolean };
  };
}

/** The head of a record's page: where it stands, what it is, what can be done with it, and whether it was taken back. */
export async function RecordHead({ caseId, room, title, kind, pills, row }: Props) {
  const t = await translator(room);
  return (
    <>
      <PageHeader
        kind={kind ?? t("one")}
        title={title}
        code={row.code}
        pills={
          <>
            {pills}
            <CompartmentPills recordId={row.id} />
            <RecordPictures caseId={caseId} recordId={row.id} />
          </>
        }
        breadcrumb={[{ label: t("title"), href: `/cases/${caseId}/${room}` }, { label: row.code }]}
        {...(row.may.write ? { actions: <RecordActions caseId={caseId} room={room} row={row} /> } : {})}
      />
      <RetractedNote row={row} text={t("retracted")} />
    </>
  );
}
