"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Unprinted } from "#components/care/unprinted.tsx";
import { useActKey } from "#components/form/act-key.tsx";
import { announce } from "#components/ui/announce.ts";
import { Code } from "#components/ui/code.tsx";
import { useProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type DecidedRecord, usePutOnRecord } from "./put-on-record.ts";
import classes from "./decided-tray.module.css";
import { UndoButton } from "./undo-button.tsx";

interface Props {
  readonly caseId: string;
  readonly decided: readonly DecidedRecord[];
  /** Id of the record that is open; null when none is. */
  readonly open: string | null;
  /** The review screen, to which the id of a record is added. */
  readonly home: string;
}

/** What was decided and is not on record: each can be taken back, and one key puts all of it there. */
export function DecidedTray({ caseId, decided, open, home }: Props) {
  const t = useTranslator("review");
  const problemText = useProblemText();
  const router = useRouter();
  const { done, problems, putAll } = usePutOnRecord(caseId);
  const key = useActKey("p");
  const last = decided.find(({ recordId }) => recordId === open) ?? decided.at(-1);
  const addressOf = (recordId: string) => `${home}?${new URLSearchParams({ item: recordId }).toString()}`;

  async function put(): Promise<void> {
    const count = await putAll(decided);
    if (count > 0) announce(t("decided.done", { count }));
    if (decided.some(({ recordId }) => recordId === open)) router.push(home);
    router.refresh();
  }

  if (last === undefined) return null;
  return (
    <section aria-labelledby="decided-title" className={classes.tray}>
      <div className={classes.head}>
        <h2 id="decided-title" className={classes.title} aria-live="polite">
          {done === null
            ? t("decided.title", { count: decided.length })
            : t("decided.going", { done: done + 1, total: decided.length })}
        </h2>
        <UndoButton
          caseId={caseId}
          recordId={last.recordId}
          label={t("decided.undo")}
          actKey="u"
          address={addressOf(last.recordId)}
          isDisabled={done !== null}
        />
        <Button size="xs" loading={done !== null} {...key} onClick={() => void put()}>
          {t("decided.put", { count: decided.length })}
        </Button>
      </div>
      {problems.size === 0 ? null : (
        <ul className={classes.problems} role="alert">
          {decided.map(({ recordId, code }) => {
            const problem = problems.get(recordId);
            return problem === undefined ? null : (
              <li key={recordId}>
                <Code code={code} /> {problemText(problem)}
              </li>
            );
          })}
        </ul>
      )}
      <details className={classes.all}>
        <summary>{t("decided.show")}</summary>
        <ol className={classes.rows}>
          {decided.map(({ recordId, code, act, text, isStale }) => (
            <li key={recordId} className={classes.row}>
              <span>
                <Link href={addressOf(recordId)} prefetch={false}>
                  <Code code={code} />
                </Link>{" "}
                {t(`decided.act.${act}`)}
                {text === null ? null : (
                  <Unprinted isInline>
                    {" "}
                    <q dir="auto">{text}</q>
                  </Unprinted>
                )}
                {isStale ? <strong> {t("decided.stale")}</strong> : null}
              </span>
              <UndoButton
                caseId={caseId}
                recordId={recordId}
                label={t("decided.undoOne", { code })}
                address={addressOf(recordId)}
                isDisabled={done !== null}
              />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
