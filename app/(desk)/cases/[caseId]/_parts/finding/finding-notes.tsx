import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconMessage2 } from "@tabler/icons-react";
import { Unprinted } from "#components/care/unprinted.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";

/** What stands against a finding, and what a reviewer wrote to its author. */
export async function FindingNotes({ answer }: { answer: FindingAnswer }) {
  const { finding, contest } = answer;
  const t = await translator("corroboration");
  return (
    <>
      {contest === null ? null : (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={t("finding.contestTitle")}
          mb="md"
        >
          {contest.rule === null ? (
            <Unprinted isInline>
              <span dir="auto">{contest.words}</span>
            </Unprinted>
          ) : (
            t(`contestRule.${contest.rule}`)
          )}
        </Alert>
      )}
      {finding.comment === null ? null : (
        <Alert
          color="gray"
          icon={<IconMessage2 size={18} aria-hidden />}
          title={t("finding.comment")}
          mb="md"
        >
          <Unprinted isInline>
            <span dir="auto">{finding.comment}</span>
          </Unprinted>
        </Alert>
      )}
    </>
  );
}
