import Link from "next/link";
import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { AlsoHere } from "#components/review/also-here.tsx";
import { REVIEW_HEADING } from "#components/review/review-heading.ts";
import { Code } from "#components/ui/code.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { readPresence } from "#lib/corroboration/queries/read-presence.ts";
import { translator } from "#lib/i18n/server.ts";

import classes from "./review.module.css";

interface Props {
  kind: string;
  title: string;
  code: string;
  recordId: string;
  pills: ReactNode;
  /** The record's own page. */
  href: string;
}

/** The head of what is open for review, with the way to its own page. */
export async function ReviewHead({ kind, title, code, recordId, pills, href }: Props) {
  const [t, presence] = await Promise.all([translator("review"), maybeAsked(readPresence, { recordId })]);
  return (
    <header className={classes.head}>
      <p className={classes.quiet}>{kind}</p>
      <h2 className={classes.heading} id={REVIEW_HEADING} tabIndex={-1}>
        <Unprinted isInline>
          <bdi>{title}</bdi>
        </Unprinted>
      </h2>
      <div className={classes.state}>
        <Code code={code} copy />
        {pills}
        <AlsoHere recordId={recordId} present={presence?.present ?? []} />
        <Link href={href} prefetch={false}>
          {t("open")}
        </Link>
      </div>
    </header>
  );
}
