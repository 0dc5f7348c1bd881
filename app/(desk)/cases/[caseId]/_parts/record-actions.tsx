import { CommandButton } from "#components/form/command-button.tsx";
import { translator } from "#lib/i18n/server.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Room, ROOM_NOUNS } from "./rooms.ts";

interface Props {
  caseId: string;
  room: Room;
  row: { readonly id: string; readonly version: number; readonly may: { readonly write: boolean } };
}

/** Changing a record and taking it back, for those who may. */
export async function RecordActions({ caseId, room, row }: Props) {
  if (!row.may.write) return null;
  const t = await translator(room);
  const noun = ROOM_NOUNS[room];
  return (
    <>
      <LinkButton href={`/cases/${caseId}/${room}/${row.id}/edit`} variant="default">
        {t("amend")}
      </LinkButton>
      <CommandButton
        label={t("retract.action")}
        command={`${noun}.retract`}
        input={{ [`${noun}Id`]: row.id, version: row.version }}
        reason={{
          title: t("retract.action"),
          explanation: t("retract.text"),
          confirmLabel: t("retract.action"),
        }}
        tone="danger"
        weight="quiet"
      />
    </>
  );
}
