"use client";

import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { type FoundHere, type Progress, readAndVerify } from "#components/audit/read-and-verify.ts";
import { postJson } from "#components/form/post-json.ts";
import { Code } from "#components/ui/code.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { type Problem, UNAVAILABLE } from "#components/ui/problem.ts";
import type { LogResult } from "#lib/audit/verify-log.ts";
import { type Noted, notedFrom, rowFaultWords } from "#lib/audit/words.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./audit.module.css";
import { ChainFault } from "./chain-fault.tsx";
import { FindingHere } from "./finding-here.tsx";

const ROWS_SHOWN = 10;

type Found = { by: "server"; result: LogResult; held: boolean } | (FoundHere & { held: boolean });

/** Checks the whole log when asked, by the server or by the browser itself, and says what was found and what such a check cannot see. */
export function VerifyLog() {
  const t = useTranslator("audit");
  const [noted, setNoted] = useState("");
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState<Found["by"] | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [found, setFound] = useState<Found | null>(null);

  async function verify(by: Found["by"]): Promise<void> {
    const point = notedFrom(noted);
    if (noted.trim() !== "" && point === null) return setWrong(true);
    setBusy(by);
    setFound(null);
    // What a browser lacks, as on a page that came without TLS, is said like any other failure.
    const work = by === "server" ? onServer(point) : readAndVerify(point, setProgress);
    const answer = await work.catch(() => ({ problem: UNAVAILABLE }));
    setBusy(null);
    setProgress(null);
    setProblem("problem" in answer ? answer.problem : null);
    if ("found" in answer) setFound({ ...answer.found, held: point !== null });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void verify("server");
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
        <p className={classes.help}>{t("verify.hereHelp")}</p>
        <Group>
          <Button type="submit" loading={busy === "server"} disabled={busy === "browser"}>
            {t("verify.onServer")}
          </Button>
          <Button
            variant="default"
            loading={busy === "browser"}
            disabled={busy === "server"}
            onClick={() => void verify("browser")}
          >
            {t("verify.here")}
          </Button>
          {progress === null ? null : <output>{t("verify.hereBusy", { ...progress })}</output>}
        </Group>
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <div aria-live="polite">
          {found?.by === "server" ? <Finding {...found} /> : null}
          {found?.by === "browser" ? <FindingHere {...found} /> : null}
        </div>
      </Stack>
    </form>
  );
}

async function onServer(point: Noted | null) {
  const input = point === null ? {} : { noted: `${point.size}:${point.root}` };
  const answer = await postJson("/api/v1/ask/audit.verifyNow", { input });
  if (!answer.ok) return { problem: answer.problem };
  const result = resultIn(answer.result);
  return result ? { found: { by: "server" as const, result } } : { problem: UNAVAILABLE };
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
      {chain.ok ? null : <ChainFault {...chain} />}
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
          <p>{t(chain.ok ? "verify.rows_differ" : "verify.rowsToo", { count: number(rows.badCount) })}</p>
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
