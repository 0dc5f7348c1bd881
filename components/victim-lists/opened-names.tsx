"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { postJson } from "#components/form/post-json.ts";
import { useCommand } from "#components/form/use-command.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { NAME_REASONS } from "#lib/victim-lists/words.ts";

interface Opening {
  readonly id: string;
  readonly shownUntil: number;
}
interface Name {
  readonly id: string;
  readonly ar: string | null;
  readonly latin: string | null;
}

const Names = createContext<ReadonlyMap<string, Name>>(new Map());

interface Props {
  readonly caseId: string;
  /** The rows whose names this page shows. */
  readonly entryIds: readonly string[];
  /** Under which they are open already. */
  readonly opening: Opening | null;
  readonly mayOpen: boolean;
  readonly children: ReactNode;
}

/**
 * Names on lists, read for a reason by POSTs: no address, no page and nothing that is kept holds one. They are held by this page alone
 * and go from it when the time is over.
 */
export function OpenedNames({ caseId, entryIds, opening, mayOpen, children }: Props) {
  const t = useTranslator("rolls");
  const format = useFormats();
  const router = useRouter();
  const open = useCommand("victimList.openNames");
  const [names, setNames] = useState<ReadonlyMap<string, Name>>(new Map());
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const wanted = entryIds.join(" ");

  const close = useEffectEvent(() => {
    setNames(new Map());
    router.refresh();
  });
  const openingId = opening?.id ?? null;
  const until = opening?.shownUntil ?? 0;
  useEffect(() => {
    if (openingId === null || wanted === "") return undefined;
    let gone = false;
    const input = { openingId, entryIds: wanted.split(" ") };
    void postJson("/api/v1/ask/victimList.readNames", { input }).then((answer) => {
      if (gone) return;
      setProblem(answer.ok ? null : answer.problem);
      // Guarantee: the query answers so (lib/victim-lists/queries/read-victim-names.ts).
      const rows = answer.ok ? (answer.result as { rows: readonly Name[] }).rows : [];
      setNames(new Map(rows.map((row) => [row.id, row])));
    });
    const timer = setTimeout(() => close(), Math.max(0, until - Date.now()));
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [openingId, until, wanted]);

  async function send(): Promise<void> {
    const answer = await open.send({ caseId, reasonCode: reason });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) router.refresh();
  }

  return (
    <Names.Provider value={names}>
      {mayOpen ? (
        <Stack gap="xs" mb="md">
          {problem === null ? null : <ProblemAlert problem={problem} />}
          {opening === null ? (
            <form
              method="post"
              onSubmit={(event) => {
                event.preventDefault();
                void send();
              }}
            >
              <Text size="sm">{t("names.lead")}</Text>
              <Group align="end" gap="sm" mt="xs">
                <NativeChoice
                  required
                  label={t("names.reason")}
                  data={[
                    { value: "", label: t("names.choose") },
                    ...NAME_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
                  ]}
                  value={reason}
                  onChoose={setReason}
                />
                <Button type="submit" variant="default" loading={open.sending} disabled={reason === ""}>
                  {t("names.open")}
                </Button>
              </Group>
            </form>
          ) : (
            <Text size="sm">{t("names.shown", { time: format.instant(opening.shownUntil) })}</Text>
          )}
        </Stack>
      ) : null}
      {children}
    </Names.Provider>
  );
}

/** The name of a row where it is open, and else that it is sealed. */
export function ShownName({ id }: { id: string }) {
  const t = useTranslator("rolls");
  const name = useContext(Names).get(id);
  if (name === undefined)
    return (
      <Text component="span" c="dimmed">
        {t("names.closed")}
      </Text>
    );
  const said = [name.ar, name.latin].filter((one) => one !== null);
  return (
    <strong>
      {said.map((one) => (
        <span key={one} style={{ display: "block" }}>
          <bdi>{one}</bdi>
        </span>
      ))}
    </strong>
  );
}
