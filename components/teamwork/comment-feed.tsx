"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { isolated } from "#components/ui/isolated.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentItem } from "./comment-item.tsx";
import type { CommentPage, ShownComment, Visibility } from "./comment.ts";
import classes from "./comments.module.css";

const SIZE = 10;
const COMMENT_HASH = /^#(co_[0-9A-Za-z]{22})$/;

interface Props {
  readonly caseId: string;
  readonly recordId: string;
  /** The newest of the team's, read with the page. */
  readonly first: CommentPage;
  readonly mayWrite: boolean;
}

/** What was said about a record: to the team or to oneself, newest first, with a place to say something. */
export function CommentFeed({ caseId, recordId, first, mayWrite }: Props) {
  const t = useTranslator("teamwork");
  const feed = useFeed(recordId, first);
  const [answering, setAnswering] = useState<ShownComment | null>(null);
  const { visibility, rows, next, problem } = feed;
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("comment.whoSees")}
        value={visibility}
        data={[
          { value: "team", label: t("comment.team") },
          { value: "own", label: t("comment.own") },
        ]}
        onChange={(chosen) => {
          setAnswering(null);
          feed.show(chosen === "own" ? "own" : "team");
        }}
      />
      <p className={classes.hint}>{t(`comment.seenBy.${visibility}`)}</p>
      {mayWrite ? (
        <>
          {answering === null ? null : (
            <p className={classes.answered}>{t("comment.replyTo", { name: isolated(answering.author) })}</p>
          )}
          <CommentComposer
            key={`${visibility} ${answering?.id ?? ""}`}
            caseId={caseId}
            label={answering === null ? t("comment.label") : t("comment.replyLabel")}
            command="comment.write"
            fixed={{ recordId, visibility, replyToId: answering?.id ?? null }}
            draftKey={`${caseId}.comment.${answering?.id ?? `${recordId}.${visibility}`}`}
            sendLabel={t("comment.send")}
            isFocused={answering !== null}
            {...(answering === null ? {} : { onCancel: () => setAnswering(null) })}
            onSent={() => {
              setAnswering(null);
              feed.reload();
            }}
          />
        </>
      ) : null}
      {problem === null ? null : <ProblemAlert problem={problem} onRetry={feed.reload} />}
      {rows.length === 0 ? (
        <p className={classes.hint}>{t(`comment.none.${visibility}`)}</p>
      ) : (
        <ol className={classes.feed} aria-label={t("comment.title")}>
          {rows.map((comment) => (
            <CommentItem
              key={`${comment.id} ${comment.version}`}
              comment={comment}
              caseId={caseId}
              answered={rows.find(({ id }) => id === comment.replyToId)}
              onChanged={feed.reload}
              {...(mayWrite ? { onReply: () => setAnswering(comment) } : {})}
            />
          ))}
        </ol>
      )}
      <div className={classes.acts}>
        {feed.isInside ? (
          <Button size="xs" variant="default" onClick={feed.reload}>
            {t("comment.newest")}
          </Button>
        ) : null}
        {next === null ? null : (
          <Button size="xs" variant="default" loading={feed.loading} onClick={feed.more}>
            {t("comment.earlier")}
          </Button>
        )}
      </div>
    </>
  );
}

/** The pages of comments read so far. An answer to an older question is dropped. */
function useFeed(recordId: string, first: CommentPage) {
  const [visibility, setVisibility] = useState<Visibility>("team");
  const [page, setPage] = useState(first);
  const [isInside, setInside] = useState(false);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const ask = useCallback(
    async (of: Visibility, more: { after?: string; from?: string }): Promise<CommentPage | null> => {
      setLoading(true);
      const { after, from } = more;
      const input = {
        recordId,
        visibility: of,
        ...(from === undefined ? {} : { from }),
        page: { size: SIZE, ...(after === undefined ? {} : { after }) },
      };
      const answer = await postJson("/api/v1/ask/comment.list", { input });
      setLoading(false);
      setProblem(answer.ok ? null : answer.problem);
      return answer.ok ? asPage(answer.result) : null;
    },
    [recordId],
  );

  const show = useCallback(
    async (of: Visibility): Promise<void> => {
      setVisibility(of);
      const found = await ask(of, {});
      if (!found) return;
      setPage(found);
      setInside(false);
    },
    [ask],
  );

  // A notice leads to one comment; if it stands further down than the first page, the list begins with it.
  useEffect(() => {
    const jump = async (): Promise<void> => {
      const wanted = COMMENT_HASH.exec(window.location.hash)?.[1];
      if (wanted === undefined) return;
      if (document.getElementById(wanted) === null) {
        const found = await ask("team", { from: wanted });
        if (!found || found.rows.length === 0) return;
        setVisibility("team");
        setPage(found);
        setInside(true);
      }
      requestAnimationFrame(() => {
        const target = document.getElementById(wanted);
        target?.scrollIntoView({ block: "center" });
        target?.focus({ preventScroll: true });
      });
    };
    void jump();
    const again = (): void => void jump();
    window.addEventListener("hashchange", again);
    return () => window.removeEventListener("hashchange", again);
  }, [ask]);

  async function more(): Promise<void> {
    if (page.next === null) return;
    const found = await ask(visibility, { after: page.next });
    if (found) setPage({ rows: [...page.rows, ...found.rows], next: found.next });
  }

  return {
    visibility,
    ...page,
    isInside,
    loading,
    problem,
    show: (of: Visibility) => void show(of),
    reload: () => void show(visibility),
    more: () => void more(),
  };
}

/** Guarantee: the door of `comment.list` answers with a page of comments. */
const asPage = (result: unknown): CommentPage => result as CommentPage;
