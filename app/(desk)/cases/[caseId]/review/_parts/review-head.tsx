import Link from "next/link";
import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { translator } from "#lib/i18n/server.ts";
import { REVIEW_HEADING } from "./review-heading.ts";
import classes from "./review.module.css";

interface Props {
  kind: string;
  title: string;
  code: string;
  pills: ReactNode;
  /** The record's own page. */
  href: string;
}

/** The head of what is open for review, with the way to its own page. */
export async function ReviewHead({ kind, title, code, pills, href }: Props) {
  const t = await translator("review");
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
        <Link href={href} prefetch={false}>
          {t("open")}
        </Link>
      </div>
    </header>
  );
}
