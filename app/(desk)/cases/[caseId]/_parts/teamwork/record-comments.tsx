import { CommentFeed } from "#components/teamwork/comment-feed.tsx";
import { SeenMark } from "#components/teamwork/seen-mark.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { listComments } from "#lib/comments/queries/list-comments.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { sinceSeen } from "#lib/notices/queries/since-seen.ts";
import classes from "./teamwork.module.css";

const SIZE = 10;

/** What colleagues say about a record, and what is new since the person last opened it. */
export async function RecordComments({ recordId }: { recordId: string }) {
  const [found, since] = await Promise.all([
    maybeAsked(listComments, { recordId, visibility: "team", page: { size: SIZE } }),
    maybeAsked(sinceSeen, { recordId }),
  ]);
  if (!found) return null;
  const [t, format] = await Promise.all([translator("teamwork"), formats()]);
  const { caseId, rows, next, may } = found;
  const isNews = since !== null && since.seenAt !== null && (since.changed || since.comments > 0);
  return (
    <Section id="comments" title={t("comment.title")}>
      {isNews ? (
        <p className={classes.news}>
          {t("comment.sinceSeen", {
            when: format.instant(since.seenAt ?? 0),
            changed: String(since.changed),
            count: since.comments,
          })}
        </p>
      ) : null}
      <CommentFeed caseId={caseId} recordId={recordId} first={{ rows, next }} mayWrite={may.write} />
      {since?.toNote ? <SeenMark recordId={recordId} /> : null}
    </Section>
  );
}
