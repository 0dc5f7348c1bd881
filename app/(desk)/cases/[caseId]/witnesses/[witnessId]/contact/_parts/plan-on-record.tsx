import { Stack, Text } from "@mantine/core";
import { OpenPlan } from "#components/contact/open-plan.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { ReadContact } from "./read.ts";

/** Since when there is a plan and from whom; what it says is opened for a reason, by whoever may. */
export async function PlanOnRecord({ contact: { witness, plan, may } }: { contact: ReadContact }) {
  const [t, consent, format] = await Promise.all([translator("contact"), translator("consent"), formats()]);
  if (plan === null) return <p>{t("plan.none")}</p>;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t("plan.since", { day: format.instantDay(plan.recordedAt) })}
        {plan.by === null ? null : (
          <>
            {" · "}
            <bdi>{consent("history.by", { name: plan.by })}</bdi>
          </>
        )}
      </Text>
      {may.readPlan ? <OpenPlan key={plan.number} witnessId={witness.id} /> : <p>{t("plan.ask")}</p>}
    </Stack>
  );
}
