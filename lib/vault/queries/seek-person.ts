import { and, eq, inArray, isNull } from "drizzle-orm";
import { cases, identityMarks, testimonies, victims, witnesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { query } from "#lib/core/query.ts";
import { takeSeek } from "../acts.ts";
import { formsOfEmail, formsOfName, formsOfPaper, formsOfPhone, markOf } from "../rules/marks.ts";
import { SeekFields } from "../vocabulary.ts";
import type { MarkKind } from "../words.ts";

/** People that are shown; whoever finds more has to say more. */
const SHOWN_MAX = 20;

/**
 * Whether the account of somebody was taken before: whose marks fit what is typed, by code, in all cases where the caller may look,
 * asked for the sake of one of them. What is typed stands nowhere; which codes were shown is traced. Somebody who tries a list of
 * names is stopped.
 */
export const seekPerson = query({
  name: "identity.seek",
  input: SeekFields.extend({ caseId: CaseId }),
  permission: "identity.seek",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, name, phone, email, paper }) {
    const { read, scope, keys } = ctx;
    const forms: [MarkKind, string[]][] = [
      ["name", formsOfName(name ?? "")],
      ["phone", formsOfPhone(phone ?? "")],
      ["email", formsOfEmail(email ?? "")],
      ["paper", formsOfPaper(paper ?? "")],
    ];
    const sought = forms.flatMap(([kind, all]) => all.map((form) => markOf(keys, kind, form)));
    if (sought.length === 0) throw new Invalid([{ path: "name", code: "required" }]);
    await takeSeek(ctx, caseId);
    const found = await read
      .select({ personId: identityMarks.personId, kind: identityMarks.kind })
      .from(identityMarks)
      .where(and(inArray(identityMarks.mark, sought), scope.cases(identityMarks.caseId, "identity.seek")));
    const ids = [...new Set(found.map(({ personId }) => personId))].slice(0, SHOWN_MAX);
    const where = { id: cases.id, title: cases.title, titleAr: cases.titleAr };
    const people = [
      ...(await read
        .select({ id: witnesses.id, code: witnesses.code, version: witnesses.version, case: where })
        .from(witnesses)
        .innerJoin(cases, eq(cases.id, witnesses.caseId))
        .where(and(inArray(witnesses.id, ids), scope.cases(witnesses.caseId, "identity.seek")))),
      ...(await read
        .select({ id: victims.id, code: victims.code, version: victims.version, case: where })
        .from(victims)
        .innerJoin(cases, eq(cases.id, victims.caseId))
        .where(and(inArray(victims.id, ids), scope.cases(victims.caseId, "identity.seek")))),
    ];
    const told = await read
      .select({ witnessId: testimonies.witnessId })
      .from(testimonies)
      .where(
        and(
          inArray(testimonies.witnessId, ids),
          isNull(testimonies.retractedAt),
          scope.cases(testimonies.caseId, "identity.seek"),
        ),
      );
    return {
      caseId,
      rows: people
        .map((person) => ({
          ...person,
          by: [...new Set(found.flatMap((one) => (one.personId === person.id ? [one.kind] : [])))].toSorted(),
          accounts: told.filter(({ witnessId }) => witnessId === person.id).length,
        }))
        .toSorted((a, b) => b.by.length - a.by.length || (a.code < b.code ? -1 : 1)),
    };
  },
  // A log of one case names nobody of another: those are in the detail, which is encrypted.
  traceOf: ({ caseId, rows }) => {
    const ids = (isHere: boolean) =>
      rows
        .flatMap((one) => ((one.case.id === caseId) === isHere ? [`${one.id}:${one.version}`] : []))
        .toSorted();
    return { caseId, shown: ids(true), detail: { elsewhere: ids(false) } };
  },
});
