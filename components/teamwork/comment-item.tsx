"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { Unprinted } from "#components/care/unprinted.tsx";
import { CommentComposer } from "./comment-composer.tsx";
import { cutAtMentions, type ShownComment } from "./comment.ts";
import classes from "./comments.module.css";

interface Props {
  readonly comment: ShownComment;
  readonly caseId: string;
  /** Whom it answers, when that comment is on the page. */
  readonly answered: ShownComment | undefined;
  /** Absent where nothing can be said any more. */
  readonly onReply?: () => void;
  readonly onChanged: () => void;
}

/** One comment: who, when, what, and changing or taking back one's own. */
export function CommentItem({ comment, caseId, answered, onReply, onChanged }: Props) {
  const t = useTranslator("teamwork");
  const formats = useFormats();
  const [amending, setAmending] = useState(false);
  const { id, version, author, body, mentions, createdAt, isNew, isAmended, may } = comment;
  return (
    <li id={id} className={classes.comment} tabIndex={-1}>
      <p className={classes.head}>
        <bdi className={classes.author}>{author}</bdi>
        <DateText text={formats.instant(createdAt)} iso={new Date(createdAt).toISOString()} />
        {isAmended ? <span>{t("comment.amended")}</span> : null}
        {isNew ? <StatusPill label={t("comment.new")} tone="accent" /> : null}
      </p>
      {comment.replyToId === null ? null : (
        <p className={classes.answered}>
          <a href={`#${comment.replyToId}`}>
            {answered === undefined
              ? t("comment.replyToEarlier")
              : t("comment.replyTo", { name: isolated(answered.author) })}
          </a>
        </p>
      )}
      {body === null ? (
        <p className={classes.takenBack}>{t("comment.takenBack")}</p>
      ) : amending ? (
        <CommentComposer
          caseId={caseId}
          label={t("comment.amendLabel")}
          command="comment.amend"
          fixed={{ commentId: id, version }}
          draftKey={`${caseId}.comment.${id}`}
          start={comment}
          sendLabel={t("comment.save")}
          isFocused
          onCancel={() => setAmending(false)}
          onSent={() => {
            setAmending(false);
            onChanged();
          }}
        />
      ) : (
        <>
          <Unprinted>
            <p className={classes.body} dir="auto">
              {cutAtMentions(body, mentions).map((part, at) =>
                part.calls ? (
                  <bdi key={at} className={classes.call}>
                    {part.text}
                  </bdi>
                ) : (
                  part.text
                ),
              )}
            </p>
          </Unprinted>
          <div className={classes.acts}>
            {onReply === undefined ? null : (
              <Button size="compact-xs" variant="subtle" onClick={onReply}>
                {t("comment.reply")}
              </Button>
            )}
            {may.amend ? (
              <>
                <Button size="compact-xs" variant="subtle" onClick={() => setAmending(true)}>
                  {t("comment.amend")}
                </Button>
                <CommandButton
                  label={t("comment.retract")}
                  command="comment.retract"
                  input={{ commentId: id, version }}
                  doneText={t("comment.retracted")}
                  weight="quiet"
                  size="compact-xs"
                  onDone={onChanged}
                />
              </>
            ) : null}
          </div>
        </>
      )}
    </li>
  );
}
