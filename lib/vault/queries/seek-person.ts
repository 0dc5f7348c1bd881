import { and, eq, inArray, isNull } from "drizzle-orm";
import { cases, identityMarks, testimonies, victims, witnesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { query } from "#lib/core/query.ts";
import { searchedFor } from "#lib/core/sought.ts";
import { takeSeek } from "../acts.ts";
import { askedOfName, askedOfPaper, askedOfPhone, formsOfEmail, markOf } from "../rules/marks.ts";
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
      ["name", askedOfName(name ?? "")],
      ["phone", askedOfPhone(phone ?? "")],
      ["email", formsOfEmail(email ?? "")],
      ["paper", askedOfPaper(paper ?? "")],
    ];
    const sought = forms.flatMap(([kind, all]) => all.map((form) => markOf(keys, kind, form)));
    if (sought.length === 0) throw new Invalid([{ path: "name", code: "required" }]);
    await takeSeek(ctx, caseId);
    const found = await read
      .select({ personId: identityMarks.personId, kind: identityMarks.kind, mark: identityMarks.mark })
      .from(identityMarks)
      .where(and(inArray(identityMarks.mark, sought), scope.cases(identityMarks.caseId, "identity.seek")));
    const ranked = rank(found);
    const ids = ranked.slice(0, SHOWN_MAX);
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
      /** More fit what was typed than are shown. */
      hasMore: ranked.length > ids.length,
      rows: people
        .map((person) => ({
          ...person,
          by: [...new Set(found.flatMap((one) => (one.personId === person.id ? [one.kind] : [])))].toSorted(),
          accounts: told.filter(({ witnessId }) => witnessId === person.id).length,
        }))
        .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    };
  },
  // A log of one case names nobody of another: those are in the detail, which is encrypted.
  traceOf: ({ caseId, rows }, { name, phone, email, paper }, keys) => {
    const ids = (isHere: boolean) =>
      rows
        .flatMap((one) => ((one.case.id === caseId) === isHere ? [`${one.id}:${one.version}`] : []))
        .toSorted();
    const typed = [name, phone, email, paper].filter((one) => one !== null).join(" ");
    const here = ids(true);
    return {
      caseId,
      shown: here,
      sought: searchedFor(keys, typed, here.length),
      detail: { elsewhere: ids(false) },
    };
  },
});

interface Hit {
  readonly personId: string;
  readonly kind: MarkKind;
  readonly mark: string | null;
}

/** People, those first of whom most of what was typed fits and, of as much, most of its forms; an alias is a name. */
function rank(found: readonly Hit[]): string[] {
  const people = new Map<string, { kinds: Set<MarkKind>; marks: Set<string | null> }>();
  for (const { personId, kind, mark } of found) {
    const one = people.get(personId) ?? { kinds: new Set(), marks: new Set() };
    one.kinds.add(kind === "alias" ? "name" : kind);
    one.marks.add(mark);
    people.set(personId, one);
  }
  return [...people]
    .toSorted(
      ([a, one], [b, other]) =>
        other.kinds.size - one.kinds.size || other.marks.size - one.marks.size || (a < b ? -1 : 1),
    )
    .map(([personId]) => personId);
}
