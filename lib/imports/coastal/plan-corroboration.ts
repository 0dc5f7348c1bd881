import { figures } from "#db/schema/index.ts";
/** Alleged acts, statements, evidence links and ties of the record, as steps. Nobody's finding and nobody's grade. */
import { recordAllegation } from "#lib/corroboration/commands/record-allegation.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { recordStatement } from "#lib/corroboration/commands/record-statement.ts";
import {
  type Account,
  type Act,
  actKey,
  allegedActs,
  actOf,
  type Bearing,
  bearingsOf,
  type Claim,
  claimKey,
  refKey,
} from "./bearings.ts";
import { violationOf } from "./codebook-map.ts";
import { contradictionSteps, isTakenBack, statementsOfPairs } from "./plan-contradictions.ts";
import { keyOf } from "./plan-links.ts";
import type { CoastalRecord } from "./records.ts";
import { type Step, TakenBack } from "./steps.ts";
import { type Dependence, tiesOf } from "./ties.ts";

export function corroborationSteps(record: CoastalRecord): Step[] {
  const bearings = bearingsOf(record);
  const ties = tiesOf(record, bearings);
  const needed = new Set([
    ...bearings.map(({ statement }) => statement),
    ...ties.flatMap(({ between }) => between),
    ...statementsOfPairs(),
  ]);
  const steps = [
    ...allegationSteps(record),
    ...record.accounts.flatMap((account) => account.allegations.map((claim) => claimStep(account, claim))),
    ...figureStatements(record, needed),
    ...mediaStatements(record, needed),
    ...bearings.map(evidenceStep),
    ...ties.map(dependencyStep),
  ];
  return [...steps, ...contradictionSteps(steps)];
}

/** One allegation a pair of incident and violation. Who acted, where and when stays with the incident: the record says no more. */
function allegationSteps(record: CoastalRecord): Step[] {
  const labels = new Map(record.violations.map(({ id, label }) => [id, label]));
  const titles = new Map(record.incidents.map(({ id, title }) => [id, title]));
  const wordingOf = ({ incidentId, violationId }: Act) =>
    `${labels.get(violationId) ?? ""}, as alleged: ${titles.get(incidentId) ?? ""}`;
  return allegedActs(record).flatMap((act): Step[] => {
    const target = violationOf(act.violationId);
    if (target.kind !== "act") return [];
    const key = actKey(act);
    return [
      {
        kind: "allegations",
        key,
        add: ({ ctx, caseId, idOf }) =>
          ctx.run(recordAllegation, {
            caseId,
            importKey: key,
            incidentId: idOf(keyOf("incidents", act.incidentId)),
            violation: target.code,
            actorId: null,
            victimId: null,
            placeId: null,
            occurredEdtf: null,
            occurredWording: null,
            wording: wordingOf(act),
            childConcerned: false,
            note: noteOfAct(target),
          }),
      },
    ];
  });
}

/** The record's term may be wider than the code; what else it may mean is kept for whoever decides. */
function noteOfAct({
  protectedObject,
  alternatives,
}: Extract<ReturnType<typeof violationOf>, { kind: "act" }>): string | null {
  const lines = [
    ...(protectedObject === null ? [] : [`Directed at: ${protectedObject}.`]),
    ...(alternatives.length === 0 ? [] : [`The record's term may also mean ${alternatives.join(", ")}.`]),
  ];
  return lines.length === 0 ? null : lines.join(" ");
}

const UNGRADED = { plausibility: null, identification: "none", countBasis: "none" } as const;
const NO_TEXT = { testimonyId: null, testimonyNumber: null, paragraphs: null } as const;
const NO_MEDIA = { mediaId: null, mediaRank: null, mediaCondition: null, showsActItself: null } as const;

function claimStep(account: Account, claim: Claim): Step {
  const key = claimKey(account, claim);
  const target = claim.violation_id === null ? null : violationOf(claim.violation_id);
  return {
    kind: "statements",
    key,
    add: ({ ctx, caseId, idOf }) =>
      ctx.run(recordStatement, {
        caseId,
        importKey: key,
        testimonyId: idOf(keyOf("accounts", account.id)),
        testimonyNumber: 1,
        // The whole text: the record does not say where in an account a claim stands.
        paragraphs: null,
        ...NO_MEDIA,
        figureId: null,
        claim: claim.claim,
        basis: account.directness,
        ...UNGRADED,
        tags: target?.kind === "tag" ? [target.tag] : [],
        note: noteOfClaim(claim),
      }),
  };
}

/** The record's own note, and its hints where no alleged act takes them up as evidence. */
function noteOfClaim(claim: Claim): string | null {
  const { supports, contradicts, related_context, note } = claim.corroboration;
  const lines = note === null ? [] : [note];
  if (claim.stance !== "support" || actOf(claim) === null) {
    const hints: [string, readonly string[]][] = [
      ["Supported, as the record has it, by", supports.map(({ ref }) => ref)],
      ["Contradicted, as the record has it, by", contradicts.map(({ ref }) => ref)],
      ["Related, as the record has it", related_context],
    ];
    for (const [words, refs] of hints) if (refs.length > 0) lines.push(`${words}: ${refs.join(", ")}.`);
  }
  return lines.length === 0 ? null : lines.join("\n");
}

/** A statement is cut from a figure only where the record sets the figure beside a claim, or its description beside another. */
function figureStatements(record: CoastalRecord, needed: ReadonlySet<string>): Step[] {
  return record.figures
    .filter(({ id }) => needed.has(refKey(id)))
    .map((row): Step => {
      const key = refKey(row.id);
      return {
        kind: "statements",
        key,
        async add({ ctx, caseId, idOf }) {
          const figureId = idOf(keyOf("figures", row.id));
          if (await isTakenBack(ctx.read, figures, [figureId])) throw new TakenBack();
          return ctx.run(recordStatement, {
            caseId,
            importKey: key,
            ...NO_TEXT,
            ...NO_MEDIA,
            figureId,
            claim: row.statement,
            basis: "B0",
            ...UNGRADED,
            tags: [],
            note: null,
          });
        },
      };
    });
}

/** Nobody of ours has looked at a media item yet: rank M0, which counts for nothing until somebody has. */
function mediaStatements({ media_items }: CoastalRecord, needed: ReadonlySet<string>): Step[] {
  return media_items
    .filter(({ id }) => needed.has(refKey(id)))
    .map((row): Step => {
      const key = refKey(row.id);
      return {
        kind: "statements",
        key,
        add: ({ ctx, caseId, idOf }) =>
          ctx.run(recordStatement, {
            caseId,
            importKey: key,
            ...NO_TEXT,
            mediaId: idOf(keyOf("media_items", row.id)),
            mediaRank: "M0",
            mediaCondition: "usable",
            showsActItself: false,
            figureId: null,
            claim: row.description,
            basis: "B0",
            ...UNGRADED,
            tags: [],
            note: null,
          }),
      };
    });
}

function evidenceStep({ statement, act, facet, stance, rationale }: Bearing): Step {
  const key = `${statement}>${act.slice(act.indexOf(":") + 1)}/${facet}`;
  return {
    kind: "evidence",
    key,
    async add({ ctx, caseId, idOf }) {
      const { links } = await ctx.run(recordEvidence, {
        caseId,
        importKey: key,
        statementId: idOf(statement),
        allegationId: idOf(act),
        facets: [facet],
        stance,
        rationale,
      });
      const [link] = links;
      if (!link) throw new Error("an evidence link was recorded without a row");
      return link;
    },
  };
}

function dependencyStep({ kind, between: [one, other], note }: Dependence): Step {
  const key = `${one}~${other.slice(other.indexOf(":") + 1)}/${kind}`;
  return {
    kind: "dependencies",
    key,
    add: ({ ctx, caseId, idOf }) =>
      ctx.run(recordDependency, {
        caseId,
        importKey: key,
        kind,
        statementId: idOf(one),
        otherStatementId: idOf(other),
        note,
      }),
  };
}
