import { Alert, Group, Stack, Text } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { CommandButton } from "#components/form/command-button.tsx";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { deletionSections } from "#components/retention/retention-sections.ts";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { readTestimonyRetention } from "#lib/retention/queries/read-testimony-retention.ts";

type Answer = Awaited<ReturnType<typeof readTestimonyRetention.run>>;

const TONES = { waiting: "caution", approved: "neutral", refused: "neutral" } as const;

/** Who asked that an account be deleted, who decided, and what certifies that it was. */
export async function Deletion({
  answer: { testimony, requests, certificate, isBeingFinished, may },
}: {
  answer: Answer;
}) {
  const [t, format] = await Promise.all([translator("retention"), formats()]);
  const { id: testimonyId, caseId, retractedAt } = testimony;
  const day = format.instantDay;
  const asks = may.request && retractedAt !== null;
  return (
    <Section
      id="deletion"
      title={t("account.requests")}
      {...(asks
        ? {
            actions: (
              <FormInDialog
                label={t("account.request")}
                size="xs"
                form={{
                  command: "deletion.request",
                  namespace: "retention",
                  sections: deletionSections,
                  caseId,
                  fixed: { testimonyId },
                  draftKey: `deletion.request.${testimonyId}`,
                }}
              />
            ),
          }
        : {})}
    >
      <Stack gap="md">
        {certificate === null ? null : (
          <Alert
            color="gray"
            icon={<IconEraser size={18} aria-hidden />}
            title={t("deleted.title", { day: day(certificate.at) })}
          >
            <p>{t("deleted.text")}</p>
            <p>{t("deleted.copies")}</p>
            {isBeingFinished ? <p>{t("deleted.beingFinished")}</p> : null}
            <Facts
              items={[
                {
                  label: t("deleted.certificate"),
                  value: <Code code={certificate.leaf} copy />,
                  note: t("deleted.certificateText", {
                    seq: format.number(certificate.seq),
                    day: day(certificate.at),
                  }),
                  wide: true,
                },
              ]}
            />
          </Alert>
        )}
        {requests.length === 0 ? <p>{t("account.none")}</p> : null}
        {may.request && retractedAt === null ? <p>{t("account.inUse")}</p> : null}
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
          {requests.map(
            ({ id, version, status, ground, reason, by, requestedAt, decidedBy, decidedAt, refusal }) => (
              <Stack key={id} component="li" gap={4} align="flex-start">
                <Group gap="xs">
                  <strong>{t(`ground.${ground}`)}</strong>
                  <StatusPill label={t(`account.status.${status}`)} tone={TONES[status]} />
                </Group>
                <Text size="sm" c="dimmed">
                  <bdi>{t("account.askedBy", { name: by, day: day(requestedAt) })}</bdi>
                  {decidedAt === null || decidedBy === null ? null : (
                    <>
                      {" · "}
                      <bdi>{t("account.decidedBy", { name: decidedBy, day: day(decidedAt) })}</bdi>
                    </>
                  )}
                </Text>
                <Text size="sm" dir="auto">
                  {reason}
                </Text>
                {refusal === null ? null : (
                  <Text size="sm" dir="auto">
                    {refusal}
                  </Text>
                )}
                {status === "waiting" && may.decide ? (
                  <Group gap="xs" mt="xs">
                    {may.approve ? (
                      <CommandButton
                        label={t("approve.action")}
                        command="deletion.approve"
                        input={{ deletionId: id, version }}
                        confirm={t("approve.confirm")}
                        tone="danger"
                        weight="primary"
                        size="xs"
                        doneText={t("approve.done")}
                      />
                    ) : null}
                    <CommandButton
                      label={t("refuse.action")}
                      command="deletion.refuse"
                      input={{ deletionId: id, version }}
                      reason={{
                        title: t("refuse.action"),
                        explanation: t("refuse.text"),
                        confirmLabel: t("refuse.action"),
                      }}
                      size="xs"
                      doneText={t("refuse.done")}
                    />
                  </Group>
                ) : null}
              </Stack>
            ),
          )}
        </Stack>
      </Stack>
    </Section>
  );
}
