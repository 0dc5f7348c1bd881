"use client";

import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { MUTABLE_KINDS } from "#lib/notices/words.ts";

interface Wishes {
  readonly muted: readonly string[];
  readonly email: string | null;
  readonly mail: boolean;
  /** Whether this house sends mail at all. */
  readonly mailIsSet: boolean;
}

/** Chooses of what one is told, and whether by mail too. */
export function NoticeForm({ stored }: { stored: Wishes }) {
  const t = useTranslator("teamwork");
  const router = useRouter();
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand("notice.set");
  const [told, setTold] = useState<string[]>(MUTABLE_KINDS.filter((kind) => !stored.muted.includes(kind)));
  const [email, setEmail] = useState(stored.email ?? "");
  const [mail, setMail] = useState(stored.mail);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = problem?.fields?.find(({ path }) => path === "email");

  async function save(): Promise<void> {
    const muted = MUTABLE_KINDS.filter((kind) => !told.includes(kind));
    const answer = await send({ muted, email, mail });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    announce(t("settings.saved"));
    router.refresh();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        {problem === null || wrong !== undefined ? null : <ProblemAlert problem={problem} />}
        <Checkbox.Group label={t("settings.kinds")} value={told} onChange={setTold}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing="xs" mt="xs">
            {MUTABLE_KINDS.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`settings.kind.${kind}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {stored.mailIsSet ? null : (
          <Alert color="gray" variant="light">
            {t("settings.mailUnset")}
          </Alert>
        )}
        <TextInput
          type="email"
          dir="ltr"
          maw={420}
          autoComplete="email"
          label={t("settings.email")}
          description={t("settings.emailHelp")}
          error={wrong === undefined ? null : fieldText(wrong)}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Switch
          label={t("settings.mail")}
          description={t("settings.mailHelp")}
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
        <Group>
          <Button type="submit" loading={sending}>
            {t("settings.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
