import type { ReactNode } from "react";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { translator } from "#lib/i18n/server.ts";
import { DeskShell } from "../../_parts/desk-shell.tsx";
import { GuideStrip } from "../../_parts/guide/guide-card.tsx";
import { caseNav } from "../../_parts/navigation.tsx";
import { RetractedNote } from "./_parts/retracted-note.tsx";

/** Every page of a case: its rail, and its mark when it is a training case or was retracted. */
export default async function CaseLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ caseId: string }>;
}) {
  const [t, caseFile] = await Promise.all([
    translator("cases"),
    asked(readCase, { caseId: (await params).caseId }),
  ]);
  return (
    <DeskShell caseFile={caseFile} caseNav={await caseNav(caseFile.id, caseFile.may)}>
      <RetractedNote row={caseFile} text={t("retracted")} />
      {caseFile.kind === "training" ? <GuideStrip caseId={caseFile.id} /> : null}
      {children}
    </DeskShell>
  );
}
