"use client";

import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { Code } from "#components/ui/code.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import type { LogResult } from "#lib/audit/verify-log.ts";
import { faultWords, notedFrom, rowFaultWords } from "#lib/audit/words.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

const ROWS_SHOWN = 10;

/** Checks the whole log when asked, and says in sentences what was found and what such a check cannot see. */
export function VerifyLog() {
  const t = useTranslator("audit");
  const [noted, setNoted] = useState("");
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [found, setFound] = useState<{ result: LogResult; held: boolean } | null>(null);

  async function verify(): Promise<void> {
    const text = noted.trim();
    if (text !== "" && notedFrom(text) === null) return setWrong(true);
    setBusy(true);
    const answer = await postJson("/api/v1/ask/audit.verifyNow", {
      input: text === "" ? {} : { noted: text },
    });
    setBusy(false);
    const result = answer.ok ? resultIn(answer.result) : null;
    setFound(result && { result, held: text !== "" });
    setProblem(answer.ok ? (result ? null : UNAVAILABLE) : answer.problem);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void verify();
      }}
    >
      <Stack gap="md">
        <TextInput
          dir="ltr"
          label={t("verify.noted")}
          description={t("verify.notedHelp")}
          error={wrong ? t("verify.notedWrong") : null}
          value={noted}
          onChange={(event) => {
            setNoted(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {t("verify.now")}
          </Button>
        </Group>
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <div aria-live="polite">{found === null ? null : <Finding {...found} />}</div>
      </Stack>
    </form>
  );
}

function Finding({ result: { chain, rows, verdict }, held }: { result: LogResult; held: boolean }) {
  const t = useTranslator("audit");
  const { number } = useFormats();
  const holds = verdict === "holds";
  return (
    <Alert
      color={holds ? "green" : "red"}
      title={t("verify.wide")}
      icon={holds ? <IconShieldCheck size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}
    >
      {chain.ok ? null : (
        <p>
          {t("verify.chain_broken", { seq: number(chain.firstBad), good: number(chain.lastGood) })}{" "}
          {faultWords(t, chain.why)}
        </p>
      )}
      {chain.ok && rows?.ok ? (
        <p>
          {t("verify.holds", {
            count: number(chain.count),
            seq: number(chain.headSeq),
            rows: number(rows.rows),
            tables: number(rows.tables),
          })}
        </p>
      ) : null}
      {rows && !rows.ok ? (
        <>
          <p>{t("verify.rows_differ", { count: number(rows.badCount) })}</p>
          <ul>
            {rows.bad.slice(0, ROWS_SHOWN).map((row) => (
              <li key={`${row.table} ${row.id}`}>
                <Code code={t("verify.row", { table: row.table, id: row.id })} /> {rowFaultWords(t, row.why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {chain.ok ? (
        <p>
          {t("verify.note")} <Code code={`${chain.count}:${chain.root}`} copy />
        </p>
      ) : null}
      <p>{held ? t("verify.notedUsed") : t("blind")}</p>
    </Alert>
  );
}

/** Guarantee: the door answers `audit.verifyNow` with its result; anything that has no verdict and no chain is none. */
function resultIn(answer: unknown): LogResult | null {
  const isResult = typeof answer === "object" && answer !== null && "verdict" in answer && "chain" in answer;
  return isResult ? (answer as LogResult) : null;
}
