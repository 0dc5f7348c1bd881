import { Unprinted } from "#components/care/unprinted.tsx";
import type { ContradictionAnswer } from "#lib/contradictions/queries/read-contradiction.ts";
import { translator } from "#lib/i18n/server.ts";
import { ClaimShown } from "../../../_parts/contradictions/claim-shown.tsx";
import { AccountCover } from "../../../_parts/testimony/account-cover.tsx";
import classes from "./contradiction.module.css";

interface Props {
  caseId: string;
  title: string;
  statement: ContradictionAnswer["statement"];
  excerpt: ContradictionAnswer["excerpts"]["statement"];
}

/** One of the two claims, how it knows, and the passage that it was cut from. */
export async function Side({ caseId, title, statement, excerpt }: Props) {
  const [t, codebook] = await Promise.all([translator("contradictions"), translator("codebook")]);
  const { origin } = statement;
  const passages = (
    <>
      {excerpt.map(({ number, original }) => (
        <blockquote key={number}>
          <p className={classes.quiet}>{t("sides.passage", { number })}</p>
          <p dir="auto">{original}</p>
        </blockquote>
      ))}
    </>
  );
  return (
    <article className={classes.side}>
      <h3>{title}</h3>
      <ClaimShown caseId={caseId} statement={statement} />
      <p className={classes.quiet}>
        {codebook(`basis.${statement.basis}.label`)}
        {statement.retracted ? ` · ${t("sides.retracted")}` : null}
      </p>
      {excerpt.length === 0 ? (
        <p className={classes.quiet}>{t(origin?.type === "testimony" ? "sides.whole" : "sides.none")}</p>
      ) : origin?.type === "testimony" ? (
        <AccountCover testimonyId={origin.id}>{passages}</AccountCover>
      ) : (
        <Unprinted>{passages}</Unprinted>
      )}
    </article>
  );
}
