"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFormats, useInterfaceLocale, useTranslator } from "#lib/i18n/client.tsx";
import type { MARK_KINDS } from "#lib/vault/words.ts";

interface Found {
  readonly id: string;
  readonly code: string;
  readonly case: { readonly id: string; readonly title: string; readonly titleAr: string | null };
  readonly by: readonly (typeof MARK_KINDS)[number][];
  readonly accounts: number;
}

interface Answer {
  readonly rows: readonly Found[];
  readonly hasMore: boolean;
}

const FIELDS = ["name", "phone", "email", "paper"] as const;
const NOTHING = { name: "", phone: "", email: "", paper: "" };

/**
 * Whether somebody's account was taken before. What is typed is held by this page alone, is sent by a POST and stands in no address;
 * the answer is codes.
 */
export function SeekPerson({ caseId }: { caseId: string }) {
  const t = useTranslator("vault");
  const locale = useInterfaceLocale();
  const format = useFormats();
  const titleOf = ({ title, titleAr }: Found["case"]) => (locale === "ar" && titleAr ? titleAr : title);
  const [typed, setTyped] = useState(NOTHING);
  const [found, setFound] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);

  async function seek(): Promise<void> {
    setSending(true);
    const answer = await postJson("/api/v1/ask/identity.seek", { input: { caseId, ...typed } });
    setSending(false);
    setProblem(answer.ok ? null : answer.problem);
    // Guarantee: the query answers so (lib/vault/queries/seek-person.ts).
    setFound(answer.ok ? (answer.result as Answer) : null);
  }

  return (
    <Stack gap="md">
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void seek();
        }}
      >
        <Stack gap="md" style={{ maxInlineSize: "36rem" }}>
          {problem === null ? null : <ProblemAlert problem={problem} />}
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              label={t(`seek.${field}`)}
              dir="auto"
              autoComplete="off"
              value={typed[field]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTyped((before) => ({ ...before, [field]: value }));
                setFound(null);
              }}
            />
          ))}
          <Group>
            <Button
              type="submit"
              loading={sending}
              disabled={FIELDS.every((field) => typed[field].trim() === "")}
            >
              {t("seek.action")}
            </Button>
          </Group>
        </Stack>
      </form>
      <output>
        {found === null ? null : found.rows.length === 0 ? (
          t("seek.none")
        ) : (
          <>
            <p>{t("seek.found", { count: found.rows.length })}</p>
            {found.hasMore ? <p>{t("seek.more")}</p> : null}
            <ul>
              {found.rows.map(({ id, code, case: where, by, accounts }) => (
                <li key={id}>
                  <Link
                    href={`/cases/${where.id}/${id.startsWith("w_") ? "witnesses" : "victims"}/${id}`}
                    prefetch={false}
                  >
                    <Code code={code} />
                  </Link>{" "}
                  {where.id === caseId ? null : (
                    <>{t("seek.inCase", { title: isolated(titleOf(where)) })} · </>
                  )}
                  {format.list(by.map((kind) => t(`seek.by.${kind}`)))}
                  {" · "}
                  {t("seek.accounts", { count: accounts })}
                </li>
              ))}
            </ul>
          </>
        )}
      </output>
    </Stack>
  );
}
