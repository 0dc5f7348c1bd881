import { IconPlus } from "@tabler/icons-react";
import { asked } from "#lib/api/asked.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { translator } from "#lib/i18n/server.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Room, ROOM_NOUNS } from "./rooms.ts";

/** Leads to the form of a new record; not shown to those who may not record one. */
export async function NewRecordButton({ caseId, room }: { caseId: string; room: Room }) {
  const [t, { rights }] = await Promise.all([translator(room), asked(readRights, { caseId })]);
  if (!rights.includes(`${ROOM_NOUNS[room]}.write`)) return null;
  return (
    <LinkButton href={`/cases/${caseId}/${room}/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
}
