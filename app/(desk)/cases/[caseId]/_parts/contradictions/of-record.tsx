import Link from "next/link";
import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { ContradictionPill } from "#components/contradictions/pills.tsx";
import classes from "#components/corroboration/corroboration.module.css";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { contradictionsOf } from "#lib/contradictions/queries/contradictions-of.ts";
import { translator } from "#lib/i18n/server.ts";
import { saidWords } from "./said-words.ts";

interface Props {
  caseId: string;
  recordId: string;
  actions?: ReactNode;
}

/** The contradictions of a testimony or an allegation; of a testimony with none, nothing. */
export async function ContradictionsOfRecord({ caseId, recordId, actions }: Props) {
  const found = await maybeAsked(contradictionsOf, { recordId });
  const [t, words] = await Promise.all([translator("contradictions"), saidWords()]);
  if (found === null || (found.rows.length === 0 && actions === undefined)) return null;
  const list = `/cases/${caseId}/contradictions`;
  return (
    <Section id="contradictions" title={t("ofRecord.title")} lead={t("ofRecord.lead")} actions={actions}>
      {found.rows.length === 0 ? <p className={classes.quiet}>{t("ofRecord.none")}</p> : null}
      <ul className={classes.links}>
        {found.rows.map((row) => {
          const difference = words.difference(row.kind, row.said);
          return (
            <li
              key={row.id}
              className={classes.link}
              data-stance={row.state === "standing" ? "contradict" : undefined}
            >
              <p>
                <Link href={`${list}/${row.id}`} prefetch={false}>
                  <Code code={row.code} />{" "}
                  {difference === null
                    ? t(`kind.${row.kind}`)
                    : t("differsIn", { kind: t(`kind.${row.kind}`), difference })}
                </Link>{" "}
                <ContradictionPill value={row.state} />
              </p>
              {row.note === null ? null : (
                <Unprinted>
                  <p dir="auto">{row.note}</p>
                </Unprinted>
              )}
              <p className={classes.quiet}>
                <Code code={row.statement.code} /> ·{" "}
                {row.other === null ? null : <Code code={row.other.code} />}
              </p>
            </li>
          );
        })}
      </ul>
      {found.isPastRules ? (
        <p className={classes.quiet}>{t("ofRecord.pastRules", { max: String(found.comparedMax) })}</p>
      ) : null}
      {found.isMore ? <p className={classes.quiet}>{t("ofRecord.more")}</p> : null}
      <p>
        <Link href={list} prefetch={false}>
          {t("ofRecord.all")}
        </Link>
      </p>
    </Section>
  );
}
