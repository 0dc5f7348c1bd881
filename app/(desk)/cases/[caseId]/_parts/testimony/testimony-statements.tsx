import Link from "next/link";
import type { ReactNode } from "react";
import { passageOf } from "#components/corroboration/passage.ts";
import { exactSections } from "#components/contradictions/sections.ts";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked, maybeAsked } from "#lib/api/asked.ts";
import { listStatementsOf } from "#lib/corroboration/queries/list-statements-of.ts";
import { translator } from "#lib/i18n/server.ts";
import { SaysExactly } from "../contradictions/says-exactly.tsx";
import { AccountCover } from "./account-cover.tsx";
import { EvidenceEditor } from "./evidence-editor.tsx";
import { type Paragraph, StatementCutter } from "./statement-cutter.tsx";
import classes from "./testimony.module.css";

const STANCE_TONES = { support: "good", contradict: "bad", qualify: "caution", context: "neutral" } as const;

interface Props {
  caseId: string;
  testimonyId: string;
  number: number;
  paragraphs: readonly Paragraph[];
}

/** The claims cut from the testimony, and what each is evidence of. */
export async function TestimonyStatements({ caseId, testimonyId, number, paragraphs }: Props) {
  const { rows, may } = await asked(listStatementsOf, { testimonyId });
  const [t, codebook] = await Promise.all([translator("testimonies"), translator("codebook")]);
  return (
    <Section
      id="statements"
      title={t("statements.title")}
      lead={t("statements.lead")}
      actions={
        may.cut ? (
          <StatementCutter {...{ caseId, testimonyId, number, paragraphs }} exactSections={exactSections} />
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className={classes.quiet}>{t("statements.none")}</p>
      ) : (
        <AccountCover testimonyId={testimonyId}>
          <ul className={classes.files}>
            {rows.map((row) => (
              <li key={row.id}>
                <p>
                  <Code code={row.code} /> <span dir="auto">{row.claim}</span>
                </p>
                <p className={classes.quiet}>
                  {row.paragraphs === null ? (
                    t("statements.whole")
                  ) : (
                    <Link href={passageOf(caseId, row)} prefetch={false}>
                      {t("statements.paragraphs", { numbers: row.paragraphs.join(", ") })}
                    </Link>
                  )}
                  {" · "}
                  {codebook(`basis.${row.basis}.label`)}
                  {" · "}
                  {row.plausibility === null
                    ? t("statements.notGraded")
                    : codebook(`plausibility.${row.plausibility}.label`)}
                </p>
                {row.text === "changed" ? (
                  <p>
                    <StatusPill label={t("statements.stale")} tone="caution" />
                  </p>
                ) : null}
                <SaysExactly row={row} mayWrite={may.cut} />
                {row.links.map((link) => (
                  <p key={link.id}>
                    <StatusPill
                      label={codebook(`stance.${link.stance}.label`)}
                      tone={STANCE_TONES[link.stance]}
                    />{" "}
                    <Link href={`/cases/${caseId}/allegations/${link.allegationId}`} prefetch={false}>
                      <Code code={link.allegationCode} /> <bdi>{link.allegationWording}</bdi>
                    </Link>{" "}
                    – {codebook(`facet.${link.facet}.label`)}
                    {link.resolvedAt === null ? null : ` (${t("statements.resolved")})`}
                  </p>
                ))}
                {may.cut ? <EvidenceEditor caseId={caseId} statementId={row.id} code={row.code} /> : null}
              </li>
            ))}
          </ul>
        </AccountCover>
      )}
    </Section>
  );
}

/** Marks under each paragraph which statements were cut from it. */
export async function statementNotes(testimonyId: string): Promise<Record<number, ReactNode>> {
  const found = await maybeAsked(listStatementsOf, { testimonyId });
  const t = await translator("testimonies");
  const notes: Record<number, ReactNode> = {};
  for (const row of found?.rows ?? []) {
    for (const number of row.paragraphs ?? []) {
      notes[number] = (
        <>
          {notes[number]}
          <a href="#statements">
            {t("statements.cutHere")} <Code code={row.code} />
          </a>{" "}
        </>
      );
    }
  }
  return notes;
}
