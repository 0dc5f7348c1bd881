import type { ReactNode } from "react";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { DeskShell } from "../../_parts/desk-shell.tsx";
import { caseNav } from "../../_parts/navigation.tsx";

/** Every page of a case: its rail, and its mark when it is a training case. */
export default async function CaseLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ caseId: string }>;
}) {
  const caseFile = await asked(readCase, { caseId: (await params).caseId });
  return (
    <DeskShell caseFile={caseFile} caseNav={await caseNav(caseFile.id, caseFile.may)}>
      {children}
    </DeskShell>
  );
}
