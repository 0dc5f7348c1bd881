import { Group, Text } from "@mantine/core";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { followUpSections } from "#components/referrals/referral-sections.ts";
import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { listReferrals } from "#lib/referrals/queries/list-referrals.ts";
import { Prose } from "../../../../_parts/prose.tsx";

type Row = Awaited<ReturnType<typeof listReferrals.run>>["rows"][number];

const TONES: Record<NonNullable<Row["followUp"]>, PillTone> = {
  waiting: "caution",
  reached: "good",
  not_reached: "bad",
  over: "quiet",
};

/** One offer of help, what became of it, and the way to say so while it is open. */
export async function Referral({ row, mayFollowUp }: { row: Row; mayFollowUp: boolean }) {
  const [t, format] = await Promise.all([translator("referrals"), formats()]);
  const { id, version, service, outcome, referredTo, supportPerson, offeredOn, by, note, followUp } = row;
  return (
    <li>
      <Group gap="xs">
        <strong>{t(`fields.service.options.${service}`)}</strong>
        {followUp === null ? null : <StatusPill label={t(`state.${followUp}`)} tone={TONES[followUp]} />}
      </Group>
      <Text size="sm">
        {[
          t(`fields.outcome.options.${outcome}`),
          ...(referredTo === null ? [] : [t(`fields.referredTo.options.${referredTo}`)]),
          t(`person.${supportPerson}`),
        ].join(" · ")}
      </Text>
      <Text size="sm" c="dimmed">
        {format.day(offeredOn)}
        {by === null ? null : (
          <>
            {" · "}
            <bdi>{t("by", { name: by })}</bdi>
          </>
        )}
      </Text>
      {note === null ? null : <Prose text={note} />}
      {row.followedUpAt === null ? null : (
        <Text size="sm" c="dimmed">
          {t("followedUp", { day: format.instantDay(row.followedUpAt) })}
        </Text>
      )}
      {row.followUpNote === null ? null : <Prose text={row.followUpNote} />}
      {mayFollowUp && followUp !== null && followUp !== "over" ? (
        <FormInDialog
          label={t("followUp")}
          size="xs"
          form={{
            command: "referral.followUp",
            namespace: "referrals",
            under: "after",
            sections: followUpSections,
            fixed: { referralId: id, version },
          }}
        />
      ) : null}
    </li>
  );
}
