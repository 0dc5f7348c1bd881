/** Appeals and blind grades as they are shown. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { appeals, blindGrades, findings, humans } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { AppealRow } from "./panels.ts";

/** The appeals against some versions, oldest first, as a line each. */
export const appealLines = (read: Reader, versions: readonly { readonly id: string }[]) =>
  read
    .select({
      id: appeals.id,
      code: appeals.code,
      findingId: appeals.findingId,
      ground: appeals.ground,
      state: appeals.state,
      createdAt: appeals.createdAt,
      appellantName: humans.displayName,
    })
    .from(appeals)
    .innerJoin(humans, eq(humans.id, appeals.appellantHumanId))
    .where(
      inArray(
        appeals.findingId,
        versions.map(({ id }) => id),
      ),
    )
    .orderBy(asc(appeals.createdAt), asc(appeals.id));

/** What reviewers found of a version before they saw what its author had concluded. */
export const gradesOf = (read: Reader, findingId: string) =>
  read
    .select({
      humanId: blindGrades.humanId,
      name: humans.displayName,
      level: blindGrades.level,
      standard: blindGrades.standard,
      reasoning: blindGrades.reasoning,
      gradedAt: blindGrades.gradedAt,
    })
    .from(blindGrades)
    .innerJoin(humans, eq(humans.id, blindGrades.humanId))
    .where(eq(blindGrades.findingId, findingId))
    .orderBy(asc(blindGrades.gradedAt), asc(blindGrades.id));

/** The grade of one reviewer, or undefined. */
export async function gradeBy(read: Reader, findingId: string, humanId: string) {
  const [grade] = await read
    .select()
    .from(blindGrades)
    .where(and(eq(blindGrades.findingId, findingId), eq(blindGrades.humanId, humanId)));
  return grade;
}

/** The version that followed an appeal, or null: written by its panel, or the draft that it was sent back to. */
export async function versionAfter(read: Reader, { id }: Pick<AppealRow, "id">) {
  const [next] = await read
    .select({ id: findings.id, code: findings.code, number: findings.number, status: findings.status })
    .from(findings)
    .where(eq(findings.appealId, id));
  return next ?? null;
}

/** The two seats of a panel, in order, with what was voted from each. */
export const seatsOf = (appeal: AppealRow) =>
  [
    {
      place: "first",
      humanId: appeal.firstHumanId,
      outcome: appeal.firstOutcome,
      determination: appeal.firstDetermination,
      standard: appeal.firstStandard,
      reasons: appeal.firstReasons,
      votedAt: appeal.firstVotedAt,
    },
    {
      place: "second",
      humanId: appeal.secondHumanId,
      outcome: appeal.secondOutcome,
      determination: appeal.secondDetermination,
      standard: appeal.secondStandard,
      reasons: appeal.secondReasons,
      votedAt: appeal.secondVotedAt,
    },
  ] as const;
