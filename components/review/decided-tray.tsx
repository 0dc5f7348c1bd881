"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { Unprinted } from "#components/care/unprinted.tsx";
import { useActKey } from "#components/form/act-key.tsx";
import { announce } from "#components/ui/announce.ts";
import { Code } from "#components/ui/code.tsx";
import { useProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./decided-tray.module.css";
import { type DecidedRecord, type NotPut, usePutOnRecord } from "./put-on-record.ts";
import { useReviewDesk } from "./review-desk.tsx";
import { UndoButton } from "./undo-button.tsx";

interface Props {
  readonly caseId: string;
  readonly decided: readonly DecidedRecord[];
  /** Id of the record that is open; null when none is. */
  readonly open: string | null;
  /** The review screen at the page of the queue that is shown. */
  readonly home: string;
  /** The review screen with a record open, by the record's id. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** What was decided and is not on record: each can be taken back, and one key puts all of it there. */
export function DecidedTray({ caseId, decided, open, home, addresses }: Props) {
  const t = useTranslator("review");
  const desk = useReviewDesk();
  const { done, notPut, putAll } = usePutOnRecord(caseId);
  const key = useActKey("p");
  const last = decided.find(({ recordId }) => recordId === open) ?? decided.at(-1);
  const addressOf = (recordId: string) => addresses[recordId] ?? home;
  const undoOf = ({ recordId, draftVersion, act, version, text }: DecidedRecord) => ({
    place: { caseId, recordId, draftVersion },
    decision: { act, version, text },
    address: addressOf(recordId),
  });

  const put = () =>
    desk.during(async () => {
      const onRecord = await putAll(decided);
      if (onRecord.size > 0) announce(t("decided.done", { count: onRecord.size }));
      const openNow = desk.openNow();
      return openNow !== null && onRecord.has(openNow) ? { go: home } : "again";
    });

  const met = notPut.filter((one) => isStillSo(one, decided));
  if (last === undefined && met.length === 0) return null;
  return (
    <section aria-labelledby="decided-title" className={classes.tray}>
      <div className={classes.head}>
        <h2 id="decided-title" className={classes.title}>
          {done === null
            ? t("decided.title", { count: decided.length })
            : t("decided.going", { done: done + 1, total: decided.length })}
        </h2>
        {last === undefined ? null : (
          <>
            <UndoButton {...undoOf(last)} label={t("decided.undo")} actKey="u" />
            <Button
              size="xs"
              loading={done !== null}
              disabled={desk.isBusy}
              {...key}
              onClick={() => void put()}
            >
              {t("decided.put", { count: decided.length })}
            </Button>
          </>
        )}
      </div>
      <Met met={met} />
      {decided.length === 0 ? null : (
        <details className={classes.all}>
          <summary>{t("decided.show")}</summary>
          <ol className={classes.rows}>
            {decided.map((one) => (
              <li key={one.recordId} className={classes.row}>
                <span>
                  <Link href={addressOf(one.recordId)} prefetch={false}>
                    <Code code={one.code} />
                  </Link>{" "}
                  {t(`decided.act.${one.act}`)}
                  {one.text === null ? null : (
                    <Unprinted isInline>
                      {" "}
                      <q dir="auto">{one.text}</q>
                    </Unprinted>
                  )}
                  {one.isStale ? <strong> {t("decided.stale")}</strong> : null}
                </span>
                <UndoButton {...undoOf(one)} label={t("decided.undoOne", { code: one.code })} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** A refusal is about the decision that was refused: taken anew, it is another. */
const isStillSo = ({ decided: { recordId, draftVersion }, why }: NotPut, now: readonly DecidedRecord[]) =>
  why === "elsewhere" || now.some((one) => one.recordId === recordId && one.draftVersion === draftVersion);

/** What could not be put on record, and what to do. */
function Met({ met }: { met: readonly NotPut[] }) {
  const t = useTranslator("review");
  const problemText = useProblemText();
  return (
    <div role="alert">
      {met.length === 0 ? null : (
        <ul className={classes.problems}>
          {met.map(({ decided: { recordId, code }, why }) => (
            <li key={recordId}>
              <Code code={code} /> {why === "elsewhere" ? t("decided.elsewhere") : problemText(why)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
