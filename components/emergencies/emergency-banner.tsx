import { IconUrgent } from "@tabler/icons-react";
import Link from "next/link";
import { CommandButton } from "#components/form/command-button.tsx";
import { Banner } from "#components/ui/banners.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import { CloseInTime } from "./close-in-time.tsx";

/** Says on every page that a case is open in an emergency, until when, and closes it before. */
export async function EmergencyBanner({
  open: { id, version, caseId, expiresAt, endsInMs },
}: {
  open: { id: string; version: number; caseId: string; expiresAt: number; endsInMs: number };
}) {
  const [t, format] = await Promise.all([translator("emergencies"), formats()]);
  return (
    <Banner
      tone="caution"
      icon={<IconUrgent size={16} stroke={1.8} aria-hidden />}
      title={t("now.title")}
      acts={
        <>
          <Link href={`/cases/${caseId}`} prefetch={false}>
            {t("now.go")}
          </Link>
          <CommandButton
            label={t("now.end")}
            command="emergency.end"
            input={{ emergencyId: id, version }}
            confirm={t("now.endText")}
            doneText={t("now.ended")}
            next="/emergency"
            size="compact-xs"
          />
        </>
      }
    >
      {t("now.until", { time: format.time(expiresAt) })}
      <CloseInTime id={id} endsInMs={endsInMs} />
    </Banner>
  );
}
