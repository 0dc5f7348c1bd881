import { inArray } from "drizzle-orm";
import { z } from "zod";
import { humans } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { appealLines, gradesOf } from "../find/appeals.ts";
import { hiddenAmong } from "#lib/core/blind-review.ts";
import { veiled } from "../rules/veil.ts";
import { ceilingWithApart } from "../find/ceilings.ts";
import { factsOfFinding, groundsForSecond } from "../find/finding-facts.ts";
import { authorIsHere } from "../find/mine.ts";
import { partiesOfLinks } from "../find/link-parties.ts";
import { type Finding, findFinding } from "../find/records.ts";
import { shownAllegation } from "../find/shown-allegation.ts";
import { excerptsOf, type ShownLink, shownLinks, weightIn } from "../find/shown-evidence.ts";
import { answer, mayOnFinding, whyNotTakeOver } from "../policy/finding.ts";
import { whyNotAppeal } from "../policy/appeal.ts";
import { mayOnLink } from "../policy/evidence.ts";
import { isOverride } from "../rules/appeal.ts";
import { CONTEST_RULES } from "../rules/recheck.ts";
import { hashOfInputs } from "../rules/inputs-hash.ts";
import { AlgorithmVersion, FindingId } from "../vocabulary.ts";

/**
 * One version of a finding with all that it rests on: the evidence with excerpts and grades, the ceiling as it is now and
 * why, the other versions, and what this caller may do. Its reading is logged.
 */
export const readFinding = query({
  name: "finding.read",
  input: z.strictObject({ findingId: FindingId }),
  permission: "finding.read",
  async run(ctx, { findingId }) {
    const { read, scope } = ctx;
    const finding = await findFinding(ctx, findingId);
    const facts = await factsOfFinding(read, finding);
    const { level, contested, refutedProposed, reasons, witnessSet, clusters, truncated } =
      facts.live.ceiling;
    const names = await namesOf(
      ctx,
      facts.versions.flatMap((one) => [one.authorHumanId, one.reviewerHumanId, one.secondHumanId]),
    );
    const hidden = await hiddenAmong(
      ctx,
      facts.versions.map(({ id }) => id),
    );
    const isBlind = hidden.has(finding.id);
    const { links, total } = await shownLinks(read, finding);
    const withApart = await ceilingWithApart(read, finding, scope.closed(finding.caseId), facts.live);
    return {
      finding: named(finding, names, isBlind),
      contest: contestOf(finding),
      allegation: await shownAllegation(read, facts.allegation),
      evidence: await evidenceOf(ctx, links, facts.live),
      /** More than are shown, where there are too many for a page. */
      links: { shown: links.length, total },
      live: {
        level,
        contested,
        refutedProposed,
        reasons,
        witnessSet,
        truncated,
        origins: clusters.map(({ id, members }) => ({ id, members })),
      },
      /** What it would be with what is kept apart and known to the caller; null where that is the same. */
      withApart: withApart && { level: withApart.level, contested: withApart.contested },
      // By the rules that it was computed by: newer rules are no change of the record.
      inputsChanged: finding.inputsHash !== hashOfInputs(facts.live.by(rulesOf(finding)).evidence),
      /** As far as they do not follow from a conclusion that is hidden. */
      groundsForSecond: groundsForSecond(facts, isBlind ? { ...finding, determination: null } : finding),
      versions: facts.versions.map((one) => named(one, names, hidden.has(one.id))).toReversed(),
      /** What its reviewers found before they saw what the author had concluded. */
      grades: isBlind ? [] : await gradesOf(read, finding.id),
      appeals: await appealLines(read, facts.versions),
      may: {
        ...mayOnFinding(facts, finding, scope, isBlind),
        appeal: answer(
          scope.roleFor("appeal.lodge", finding.caseId) !== null,
          whyNotAppeal(finding, scope, []),
        ),
        takeOver: answer(
          scope.roleFor("finding.write", finding.caseId) !== null,
          whyNotTakeOver(finding, await authorIsHere(ctx, finding)),
        ),
      },
    };
  },
  traceOf: ({ finding, evidence }) => ({
    caseId: finding.caseId,
    object: { id: finding.id, version: finding.version },
    shown: [...new Set(evidence.map(({ statement }) => `${statement.id}:${statement.version}`))],
  }),
});

export type FindingAnswer = Awaited<ReturnType<typeof readFinding.run>>;

const rulesOf = ({ algorithmVersion }: Finding) => AlgorithmVersion.parse(algorithmVersion);

type Names = ReadonlyMap<string, string>;

function named(row: Finding, names: Names, isHidden: boolean) {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    ...veiled(row, isHidden),
    isOverride: isOverride(row),
    authorName: nameOf(row.authorHumanId),
    reviewerName: nameOf(row.reviewerHumanId),
    secondName: nameOf(row.secondHumanId),
  };
}

async function namesOf({ read }: AskContext, ids: (string | null)[]): Promise<Names> {
  const rows = await read
    .select({ id: humans.id, name: humans.displayName })
    .from(humans)
    .where(inArray(humans.id, [...new Set(ids.flatMap((id) => id ?? []))]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Why it is contested: by a rule that the engine found, or in the words of who challenged it. */
function contestOf({ contestReason }: Finding) {
  if (contestReason === null) return null;
  const rule = CONTEST_RULES.find((one) => one === contestReason) ?? null;
  return { rule, words: rule === null ? contestReason : null };
}

async function evidenceOf(
  { read, scope }: AskContext,
  links: readonly ShownLink[],
  live: Awaited<ReturnType<typeof factsOfFinding>>["live"],
) {
  const excerpts = await excerptsOf(
    read,
    links.map(({ statement }) => statement),
  );
  const contradictions = links.filter(({ stance }) => stance === "contradict");
  const partiesOf = await partiesOfLinks(read, contradictions);
  return links.map((link) => {
    const weight = weightIn(live, link);
    const parties = link.stance === "contradict" ? partiesOf(link) : null;
    return {
      ...link,
      excerpt: excerpts.get(link.statementId) ?? [],
      weight,
      may: mayOnLink(link, weight?.withdrawn ?? false, parties, scope),
    };
  });
}
