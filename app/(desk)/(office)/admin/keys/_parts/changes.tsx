import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listKeyPermits } from "#lib/keys/queries/list-key-permits.ts";
import { KEY_CHANGES } from "#lib/keys/vocabulary.ts";
import classes from "./keys.module.css";

type Row = Awaited<ReturnType<typeof listKeyPermits.run>>["rows"][number];

/** How each change is made at the machine, once somebody else agreed. */
const AT_THE_MACHINE: Record<(typeof KEY_CHANGES)[number], string> = {
  rotated: "npm run keys -- rotate --as NAME",
  under_passphrase: "npm run keys -- passphrase --as NAME",
  under_key: "npm run keys -- key-file --as NAME",
  custodians_set: "npm run keys -- custodians --as NAME --shares 3 --needed 2",
};

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** The changes of the keys that take two administrators: which can be asked for, which wait, and which can be made now. */
export async function Changes() {
  const [t, { rows, isAlone }] = await Promise.all([translator("keys"), asked(listKeyPermits, {})]);
  return (
    <Section id="changes" title={t("changes.title")} lead={t("changes.lead")}>
      {isAlone ? <p>{t("changes.alone")}</p> : null}
      <Stack component="ul" gap="lg" m={0} p={0} style={{ listStyle: "none" }}>
        {KEY_CHANGES.map((what) => {
          const open = rows.filter((row) => row.what === what);
          return (
            <li key={what}>
              <Group gap="xs" mb="xs">
                <strong>{t(`changes.what.${what}`)}</strong>
                {isAlone || open.some(({ isOwn }) => isOwn) ? null : (
                  <CommandButton
                    label={t("changes.ask")}
                    name={t("changes.askNamed", { what: t(`changes.what.${what}`) })}
                    command="keys.request"
                    input={{ what }}
                    confirm={t("changes.askText")}
                    doneText={t("changes.asked")}
                    size="xs"
                  />
                )}
              </Group>
              <pre className={classes.command} dir="ltr">
                {AT_THE_MACHINE[what]}
              </pre>
              {open.map((row) => (
                <Permit key={row.id} row={row} />
              ))}
            </li>
          );
        })}
      </Stack>
    </Section>
  );
}

/** One request: who asked, what became of it, and what the reader can do about it. */
async function Permit({ row }: { row: Row }) {
  const [t, format] = await Promise.all([translator("keys"), formats()]);
  const { id, version, what, status, askedBy, askedAt, decidedBy, usableUntil, isOwn } = row;
  const input = { permitId: id, version };
  const named = { what: t(`changes.what.${what}`), name: askedBy };
  return (
    <Stack gap="xs" mt="xs">
      <Group gap="xs">
        <StatusPill
          label={t(status === "approved" ? "changes.agreed" : "changes.waits")}
          tone={status === "approved" ? "accent" : "caution"}
        />
        <Text size="sm" c="dimmed">
          {t.rich("changes.by", { name: askedBy, day: format.instant(askedAt), bdi: isolated })}
          {usableUntil === null ? null : (
            <>
              {" · "}
              {t.rich("changes.until", {
                name: decidedBy ?? "",
                day: format.instant(usableUntil),
                bdi: isolated,
              })}
            </>
          )}
        </Text>
      </Group>
      <Group gap="xs">
        {isOwn || status !== "waiting" ? null : (
          <CommandButton
            label={t("changes.approve")}
            name={t("changes.approveNamed", named)}
            command="keys.approve"
            input={input}
            confirm={t("changes.approveText", named)}
            doneText={t("changes.approved")}
            weight="primary"
            size="xs"
          />
        )}
        <CommandButton
          label={t(isOwn ? "changes.takeBack" : "changes.refuse")}
          name={t(isOwn ? "changes.takeBackNamed" : "changes.refuseNamed", named)}
          command="keys.refuse"
          input={input}
          confirm={t("changes.refuseText")}
          doneText={t(isOwn ? "changes.takenBack" : "changes.refused")}
          tone="danger"
          weight="quiet"
          size="xs"
        />
      </Group>
    </Stack>
  );
}
