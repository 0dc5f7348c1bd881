"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useCallback, useRef, useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { postJson } from "#components/form/post-json.ts";
import { Facts } from "#components/ui/facts.tsx";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useFocusBack } from "#components/ui/use-focus-back.ts";
import { useShownFor } from "#components/ui/use-shown-for.ts";
import { PLAN_REASONS, PLAN_SHOWN_MS, type PLAN_WAYS } from "#lib/contact/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Plan {
  readonly way: (typeof PLAN_WAYS)[number];
  readonly times: string | null;
  readonly ifAnother: string | null;
  readonly mustNot: readonly { readonly what: string }[];
  readonly codeWord: string | null;
}

const OTHER = "other";

/**
 * Opens a plan for safe contact for a reason. It is asked for by a POST, so that neither the reason nor the plan stands in an
 * address, and it goes from the screen by itself.
 */
export function OpenPlan({ witnessId }: { witnessId: string }) {
  const t = useTranslator("contact");
  const fieldText = useFieldProblemText();
  const [reason, setReason] = useState("");
  const [why, setWhy] = useState("");
  const [plan, setPlan] = useState<Plan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const close = useCallback(() => setPlan(null), []);
  const home = useFocusBack<HTMLFormElement>(plan !== null);

  async function open(): Promise<void> {
    setSending(true);
    const answer = await readPlan(witnessId, reason, reason === OTHER ? why : null);
    setSending(false);
    if ("problem" in answer) return setProblem(answer.problem);
    setProblem(null);
    setReason("");
    setWhy("");
    setPlan(answer.plan);
  }

  if (plan !== null) return <Shown plan={plan} onClose={close} />;
  const wrong = problem?.fields?.find(({ path }) => path === "why");
  return (
    <form
      ref={home}
      tabIndex={-1}
      aria-label={t("plan.show")}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Stack gap="md" align="stretch">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <NativeChoice
          required
          label={t("plan.reason")}
          data={[
            { value: "", label: t("plan.chooseReason") },
            ...PLAN_REASONS.map((value) => ({ value, label: t(`plan.reasons.${value}`) })),
          ]}
          value={reason}
          onChoose={setReason}
        />
        {reason === OTHER ? (
          <Textarea
            required
            autosize
            minRows={2}
            label={t("plan.why")}
            {...inputDir("auto", why)}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            error={wrong === undefined ? null : fieldText(wrong)}
          />
        ) : null}
        <Group>
          <Button type="submit" loading={sending} disabled={reason === ""}>
            {t("plan.show")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the plan says, for two minutes and no longer than the page is open. */
function Shown({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useTranslator("contact");
  const box = useRef<HTMLDivElement>(null);
  useShownFor({ ms: PLAN_SHOWN_MS, onClose, farewell: t("plan.hidden"), box });

  const text = (value: string | null) =>
    value === null ? null : (
      <span dir="auto" style={{ whiteSpace: "pre-line" }}>
        {value}
      </span>
    );
  const { way, times, ifAnother, mustNot, codeWord } = plan;
  return (
    <Stack gap="md" ref={box} tabIndex={-1}>
      <p>{t("plan.shown")}</p>
      <Facts
        items={[
          {
            label: t("plan.fields.way.label"),
            value: t(`plan.fields.way.options.${way}`),
            isUnprinted: true,
          },
          { label: t("plan.fields.times.label"), value: text(times), isUnprinted: true },
          { label: t("plan.fields.ifAnother.label"), value: text(ifAnother), isUnprinted: true, wide: true },
          {
            label: t("plan.fields.mustNot.label"),
            value:
              mustNot.length === 0 ? null : (
                <ul>
                  {mustNot.map(({ what }) => (
                    <li key={what} dir="auto">
                      {what}
                    </li>
                  ))}
                </ul>
              ),
            isUnprinted: true,
            wide: true,
          },
          { label: t("plan.fields.codeWord.label"), value: text(codeWord), isUnprinted: true },
        ]}
      />
      <Group>
        <Button variant="default" onClick={onClose}>
          {t("plan.hide")}
        </Button>
      </Group>
    </Stack>
  );
}

async function readPlan(
  witnessId: string,
  reason: string,
  why: string | null,
): Promise<{ plan: Plan } | { problem: Problem }> {
  const answer = await postJson("/api/v1/ask/contact.readPlan", { input: { witnessId, reason, why } });
  // Guarantee: the query answers so (lib/contact/queries/read-plan.ts).
  return answer.ok ? (answer.result as { plan: Plan }) : { problem: answer.problem };
}
