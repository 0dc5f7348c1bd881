import Link from "next/link";
import { ORIGIN_PATHS } from "#components/corroboration/origin-paths.ts";
import { ExculpatoryPill } from "#components/contradictions/pills.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import type { ContradictionLine } from "#lib/contradictions/find/listed.ts";
import { AccountCover } from "../testimony/account-cover.tsx";

/** One of two claims: what it says, and what it was cut from. Covered where the account is. */
export async function ClaimShown({
  caseId,
  statement,
}: {
  caseId: string;
  statement: ContradictionLine["statement"];
}) {
  const { origin, code, claim } = statement;
  const words = (
    <p dir="auto" className={classes.claim}>
      {claim}
    </p>
  );
  return (
    <div>
      <p>
        <Code code={code} /> {statement.exculpatory === "yes" ? <ExculpatoryPill /> : null}
        {origin === null ? null : (
          <>
            {" "}
            <Link href={`/cases/${caseId}/${ORIGIN_PATHS[origin.type]}/${origin.id}`} prefetch={false}>
              <Code code={origin.code} />
            </Link>
          </>
        )}
        {statement.witness === null ? null : (
          <>
            {" · "}
            <Code code={statement.witness.code} />
          </>
        )}
      </p>
      {origin?.type === "testimony" ? (
        <AccountCover testimonyId={origin.id}>{words}</AccountCover>
      ) : (
        <Unprinted>{words}</Unprinted>
      )}
    </div>
  );
}
