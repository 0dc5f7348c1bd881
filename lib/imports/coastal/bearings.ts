/**
 * How the record's allegations bear on alleged acts. Each allegation of an account is a statement; each pair of an
 * incident and a violation that some account alleges is an act; the record's hints say which accounts, figures and media
 * items stand beside which claim. Facets that the record does not name are chosen so that nothing is said to be denied
 * that nobody denied:
 *
 * - what an account alleges, and what the record sets beside it, bears on the occurrence;
 * - a figure that differs bears on the count, and so does an account that is listed together with its own figure;
 * - a denial by an official or by those accused says who it was not: it bears on the unit;
 * - of two accounts that allege the same act and contradict each other, each stands against the other's unit;
 * - what mitigates or gives context bears on every act alleged of its incident, and moves no level.
 */
import type { Facet, Stance } from "#lib/corroboration/vocabulary.ts";
import { violationOf } from "./codebook-map.ts";
import { fileOfRef } from "./read-record.ts";
import type { CoastalRecord, CoastalRow } from "./records.ts";

export type Account = CoastalRow<"accounts">;
export type Claim = Account["allegations"][number];

/** An alleged act: one pair of an incident and a violation of the record. */
export interface Act {
  incidentId: string;
  violationId: string;
}

/** A statement's bearing on one facet of an act. */
export interface Bearing {
  /** Import key of the statement. */
  statement: string;
  /** Import key of the allegation. */
  act: string;
  facet: Facet;
  stance: Stance;
  rationale: string;
}

/** The statements that a reference of the record stands for. */
export interface Beside {
  ref: string;
  statements: string[];
}

export const actKey = ({ incidentId, violationId }: Act): string => `incidents:${incidentId}/${violationId}`;
export const claimKey = (account: Pick<Account, "id">, claim: Pick<Claim, "id">): string =>
  `accounts:${account.id}/${claim.id}`;
export const refKey = (ref: string): string => `${fileOfRef(ref)}:${ref}/statement`;

/** The act that a claim alleges, or null: persecution alone is a tag, and a denial names no act. */
export function actOf({ incident_id, violation_id }: Claim): Act | null {
  if (violation_id === null || violationOf(violation_id).kind === "tag") return null;
  return { incidentId: incident_id, violationId: violation_id };
}

/** Every act that some account alleges, once, in the order of the record. */
export function allegedActs({ accounts }: CoastalRecord): Act[] {
  const acts = accounts.flatMap(({ allegations }) =>
    allegations.filter(({ stance }) => stance === "support").flatMap((claim) => actOf(claim) ?? []),
  );
  return [...new Map(acts.map((act) => [actKey(act), act])).values()];
}

/** What surrounds a claim: the record by its ids. */
export interface Surroundings {
  accounts: ReadonlyMap<string, Account>;
  parents: ReadonlyMap<string, string | null>;
  /** Acts by incident. */
  acts: ReadonlyMap<string, Act[]>;
}

export function surroundingsOf(record: CoastalRecord): Surroundings {
  return {
    accounts: new Map(record.accounts.map((account) => [account.id, account])),
    parents: new Map(record.incidents.map((row) => [row.id, row.parent_incident_id])),
    acts: Map.groupBy(allegedActs(record), ({ incidentId }) => incidentId),
  };
}

/** All bearings, one a statement, act and facet; an earlier rule wins over a later one. */
export function bearingsOf(record: CoastalRecord): Bearing[] {
  const around = surroundingsOf(record);
  const claims = record.accounts.flatMap((account) =>
    account.allegations.map((claim) => ({ account, claim })),
  );
  const wanted = [
    ...claims.flatMap(({ account, claim }) => ownBearing(around, account, claim)),
    ...claims.flatMap(({ claim }) => supporting(around, claim)),
    ...claims.flatMap(({ claim }) => contradicting(around, claim)),
    ...claims.flatMap(({ account, claim }) => denying(around, account, claim)),
    ...claims.flatMap(({ account, claim }) => surrounding(around, account, claim)),
    ...claims.flatMap(({ claim }) => related(around, claim)),
  ];
  const placed = new Map<string, Bearing>();
  for (const bearing of wanted) {
    const at = (facet: Facet) => `${bearing.statement} ${bearing.act} ${facet}`;
    // Supports the same occurrence elsewhere: two stances of one item never meet on one facet, so they differ on the number.
    const meets = bearing.stance === "contradict" && placed.get(at(bearing.facet))?.stance === "support";
    const facet = meets ? "count" : bearing.facet;
    if (!placed.has(at(facet))) placed.set(at(facet), { ...bearing, facet });
  }
  return [...placed.values()];
}

/** What supports or contradicts a claim, or stands in its context, as statements. */
export function besides(
  around: Surroundings,
  claim: Claim,
  list: "supports" | "contradicts" | "related",
): Beside[] {
  const { supports, contradicts, related_context } = claim.corroboration;
  const refs =
    list === "related"
      ? related_context
      : (list === "supports" ? supports : contradicts).map(({ ref }) => ref);
  return refs.map((ref) => ({
    ref,
    statements: statementsFor(around, claim, list, ref).map(({ key }) => key),
  }));
}

interface Spoken {
  key: string;
  claim: Claim | null;
}

function statementsFor(
  around: Surroundings,
  claim: Claim,
  list: "supports" | "contradicts" | "related",
  ref: string,
): Spoken[] {
  const account = around.accounts.get(ref);
  if (!account) return [{ key: refKey(ref), claim: null }];
  const all = account.allegations;
  const of = (...stances: Stance[]) => all.filter(({ stance }) => stances.includes(stance));
  const preferred =
    list === "contradicts"
      ? [of("contradict"), ...(differsByItsFigure(claim, account) ? [] : [of("qualify")]), of("support"), all]
      : [of("support"), all];
  const among = preferred.find((some) => some.length > 0) ?? [];
  return nearest(around, claim, among).map((one) => ({ key: claimKey(account, one), claim: one }));
}

/** The account's own figure is listed beside it as contradicting: it is the number that differs. */
const differsByItsFigure = (claim: Claim, account: Account): boolean =>
  claim.corroboration.contradicts.some(({ ref }) => account.figure_ids.includes(ref));

/** The claims nearest to another: of the same act, else the same incident, else an incident above or below it. */
function nearest({ parents }: Surroundings, to: Claim, among: readonly Claim[]): readonly Claim[] {
  const line = (id: string): string[] => {
    const above = parents.get(id) ?? null;
    return above === null ? [id] : [id, ...line(above)];
  };
  const sameAct = (one: Claim) => one.violation_id === to.violation_id;
  const sameIncident = (one: Claim) => one.incident_id === to.incident_id;
  const kin = (one: Claim) =>
    line(one.incident_id).includes(to.incident_id) || line(to.incident_id).includes(one.incident_id);
  const tiers = [
    among.filter((one) => sameIncident(one) && sameAct(one)),
    among.filter(sameIncident),
    among.filter((one) => kin(one) && sameAct(one)),
    among.filter(kin),
  ];
  return tiers.find((tier) => tier.length > 0) ?? among;
}

const isParty = ({ account_type }: Account): boolean =>
  account_type === "official" || account_type === "perpetrator";

/** The act that a claim alleges or speaks of, when some account alleges it. */
function allegedBy({ acts }: Surroundings, claim: Claim): Act | null {
  const act = actOf(claim);
  return act && (acts.get(act.incidentId)?.some((one) => actKey(one) === actKey(act)) ?? false) ? act : null;
}

function ownBearing(around: Surroundings, account: Account, claim: Claim): Bearing[] {
  const act = allegedBy(around, claim);
  if (!act || (claim.stance !== "support" && claim.stance !== "context")) return [];
  const rationale =
    claim.stance === "support" ? "The account itself alleges it." : "The account gives it as context.";
  return [
    {
      statement: claimKey(account, claim),
      act: actKey(act),
      facet: "occurrence",
      stance: claim.stance,
      rationale,
    },
  ];
}

function supporting(around: Surroundings, claim: Claim): Bearing[] {
  const act = claim.stance === "support" ? allegedBy(around, claim) : null;
  if (!act) return [];
  const rationale = hintOf(claim, "supporting");
  return besides(around, claim, "supports").flatMap(({ statements }) =>
    statements.map((statement): Bearing => ({
      statement,
      act: actKey(act),
      facet: "occurrence",
      stance: "support",
      rationale,
    })),
  );
}

function contradicting(around: Surroundings, claim: Claim): Bearing[] {
  const act = claim.stance === "support" ? allegedBy(around, claim) : null;
  if (!act) return [];
  const rationale = hintOf(claim, "contradicting");
  return claim.corroboration.contradicts.flatMap(({ ref }) =>
    statementsFor(around, claim, "contradicts", ref).map(({ key, claim: said }): Bearing => {
      const facet = facetOfContradiction(around, claim, ref, said);
      return { statement: key, act: actKey(act), facet, stance: "contradict", rationale };
    }),
  );
}

function facetOfContradiction(around: Surroundings, claim: Claim, ref: string, said: Claim | null): Facet {
  const account = around.accounts.get(ref);
  if (!account || !said) return fileOfRef(ref) === "figures" ? "count" : "occurrence";
  if (said.stance === "contradict") return isParty(account) ? "unit" : "occurrence";
  if (said.stance !== "support") return "occurrence";
  if (differsByItsFigure(claim, account)) return "count";
  return said.incident_id === claim.incident_id && said.violation_id === claim.violation_id
    ? "unit"
    : "occurrence";
}

/** A denial stands against the acts that the accounts which contradict it allege. */
function denying(around: Surroundings, account: Account, claim: Claim): Bearing[] {
  if (claim.stance !== "contradict") return [];
  const facet = isParty(account) ? "unit" : "occurrence";
  return claim.corroboration.contradicts.flatMap(({ ref }) =>
    statementsFor(around, claim, "supports", ref).flatMap(({ claim: said }): Bearing[] => {
      const act = said?.stance === "support" ? allegedBy(around, said) : null;
      if (!said || !act) return [];
      const rationale = `A denial, which the record sets against “${said.claim}”`;
      return [
        { statement: claimKey(account, claim), act: actKey(act), facet, stance: "contradict", rationale },
      ];
    }),
  );
}

function surrounding(around: Surroundings, account: Account, claim: Claim): Bearing[] {
  const { stance } = claim;
  if ((stance !== "qualify" && stance !== "context") || allegedBy(around, claim)) return [];
  const rationale =
    stance === "qualify"
      ? "Said in mitigation of the incident; the record names no single act."
      : "Said as context of the incident; the record names no single act.";
  return (around.acts.get(claim.incident_id) ?? []).map((act) => ({
    statement: claimKey(account, claim),
    act: actKey(act),
    facet: "occurrence",
    stance,
    rationale,
  }));
}

/** Similar patterns and neighbouring facts, which must not count. */
function related(around: Surroundings, claim: Claim): Bearing[] {
  const act = claim.stance === "support" ? allegedBy(around, claim) : null;
  if (!act) return [];
  const rationale = `The record lists it as related to “${claim.claim}”, which must not count.`;
  return besides(around, claim, "related").flatMap(({ statements }) =>
    statements.map((statement): Bearing => ({
      statement,
      act: actKey(act),
      facet: "occurrence",
      stance: "context",
      rationale,
    })),
  );
}

function hintOf({ claim, corroboration: { note } }: Claim, role: string): string {
  return [`The record lists it as ${role} “${claim}”`, ...(note === null ? [] : [`It notes: ${note}`])].join(
    " ",
  );
}
