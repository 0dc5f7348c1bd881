import Link from "next/link";
import { ContradictionPill, ExculpatoryPill } from "#components/contradictions/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import type { compareAccounts } from "#lib/contradictions/queries/compare-accounts.ts";
import { translator } from "#lib/i18n/server.ts";
import { saidWords } from "../../../../_parts/contradictions/said-words.ts";
import { describer } from "../../../../_parts/describe.ts";
import { AccountCover } from "../../../../_parts/testimony/account-cover.tsx";
import classes from "./accounts.module.css";

type Told = Awaited<ReturnType<typeof compareAccounts.run>>["accounts"][number];

/** One account as a column: when it was given, what was cut from it, and where that differs from the others. */
export async function Account({ caseId, account }: { caseId: string; account: Told }) {
  const [t, codebook, describe] = await Promise.all([
    translator("contradictions"),
    translator("codebook"),
    describer(),
  ]);
  return (
    <article className={classes.account} aria-labelledby={account.id}>
      <h2 id={account.id}>
        <Link href={`/cases/${caseId}/testimonies/${account.id}`} prefetch={false}>
          <Code code={account.code} /> <bdi>{account.title}</bdi>
        </Link>
      </h2>
      <p className={classes.quiet}>
        {codebook(`testimonyKind.${account.kind}.label`)}
        {" · "}
        {account.takenEdtf === null ? t("accounts.noDate") : describe(account.takenEdtf)}
      </p>
      {account.isHeldBack ? <p>{t("accounts.heldBack")}</p> : null}
      {!account.isHeldBack && account.statements.length === 0 ? <p>{t("accounts.noStatements")}</p> : null}
      {account.statements.length === 0 ? null : (
        <AccountCover testimonyId={account.id}>
          <ul>
            {account.statements.map((statement) => (
              <Statement key={statement.id} caseId={caseId} statement={statement} />
            ))}
          </ul>
        </AccountCover>
      )}
    </article>
  );
}

async function Statement({ caseId, statement }: { caseId: string; statement: Told["statements"][number] }) {
  const [t, words] = await Promise.all([translator("contradictions"), saidWords()]);
  return (
    <li className={classes.statement} data-differs={statement.differs.length > 0 || undefined}>
      <p>
        <Code code={statement.code} /> {statement.exculpatory === "yes" ? <ExculpatoryPill /> : null}
      </p>
      <p dir="auto">{statement.claim}</p>
      {words.lines(statement.said).map((line) => (
        <p key={line} className={classes.quiet}>
          {line}
        </p>
      ))}
      {statement.differs.map(({ kind, with: other, withCode, contradiction }) => (
        <p key={`${other} ${kind} ${contradiction?.id ?? ""}`}>
          {t("accounts.differs", { code: withCode, kind: t(`kind.${kind}`) })}{" "}
          {contradiction === null ? (
            <span className={classes.quiet}>({t("accounts.seen")})</span>
          ) : (
            <>
              <Link href={`/cases/${caseId}/contradictions/${contradiction.id}`} prefetch={false}>
                <Code code={contradiction.code} />
              </Link>{" "}
              <ContradictionPill value={contradiction.state} />
            </>
          )}
        </p>
      ))}
    </li>
  );
}
