/**
 * What ties statements of the record to each other: what its hints say of two sources, the one party that all bodies of
 * the government are, and the origin that nobody knows. What one source says in several places is seen as one origin
 * from the source itself.
 */
import type { HardEdgeKind, SoftEdgeKind } from "#lib/corroboration/vocabulary.ts";
import { type Bearing, besides, claimKey, surroundingsOf } from "./bearings.ts";
import { GOVERNMENT_SOURCE_IDS, type Tie, UNATTRIBUTED_SOURCE_ID } from "./codebook-map.ts";
import { fileOfRef } from "./read-record.ts";
import type { CoastalRecord } from "./records.ts";

export interface Dependence {
  kind: HardEdgeKind | SoftEdgeKind;
  /** Import keys of two statements. */
  between: readonly [string, string];
  note: string;
}

/** Every tie once for two origins and a kind. */
export function tiesOf(record: CoastalRecord, bearings: readonly Bearing[]): Dependence[] {
  const sources = sourcesByOrigin(record);
  const ties = [...hinted(record, sources), ...shared(bearings, sources)];
  const placed = new Map<string, Dependence>();
  for (const tie of ties) {
    const key = [...tie.between.map(originOf).toSorted(), tie.kind].join(" ");
    if (!placed.has(key)) placed.set(key, tie);
  }
  return [...placed.values()];
}

/** `accounts:acc_x/alg_y` → `accounts:acc_x`. */
const originOf = (statement: string): string => statement.slice(0, statement.indexOf("/"));

/** Who speaks in an account or gave a figure; a media item is only carried. */
function sourcesByOrigin({ accounts, figures }: CoastalRecord): Map<string, string> {
  return new Map([
    ...accounts.map(({ id, source_id }) => [`accounts:${id}`, source_id] as const),
    ...figures.map(({ id, source_id }) => [`figures:${id}`, source_id] as const),
  ]);
}

function hinted(record: CoastalRecord, sources: ReadonlyMap<string, string>): Dependence[] {
  const around = surroundingsOf(record);
  return record.accounts.flatMap((account) =>
    account.allegations.flatMap((claim) =>
      (["supports", "contradicts"] as const).flatMap((list) => {
        const found = besides(around, claim, list);
        return claim.corroboration[list].flatMap(({ ref, independence }, index): Dependence[] => {
          const other = found[index]?.statements[0];
          const isOneOrigin = sources.get(`${fileOfRef(ref)}:${ref}`) === account.source_id;
          const kind = kindOf(independence, isOneOrigin);
          if (kind === null || other === undefined || ref === account.id) return [];
          return [{ kind, between: [claimKey(account, claim), other], note: NOTES[independence.tie] }];
        });
      }),
    ),
  );
}

function kindOf(tie: Tie, isOneOrigin: boolean): Dependence["kind"] | null {
  switch (tie.tie) {
    case "none":
      return null;
    case "hard":
    case "soft":
      return tie.kind;
    case "by_origin":
      return isOneOrigin ? tie.sameOrigin : tie.otherwise;
  }
}

const NOTES: Record<Tie["tie"], string> = {
  none: "",
  hard: "The record says that both come from the same source.",
  soft: "The record says that the origin of one of the two is unknown.",
  by_origin: "The record says that both were carried by the same publisher.",
};

/** Ties between any two that support or contradict the same act. */
function shared(bearings: readonly Bearing[], sources: ReadonlyMap<string, string>): Dependence[] {
  const counting = bearings.filter(({ stance }) => stance === "support" || stance === "contradict");
  return [...Map.groupBy(counting, ({ act }) => act).values()].flatMap((items) => {
    const statements = [...new Set(items.map(({ statement }) => statement))];
    return statements.flatMap((one, index) =>
      statements.slice(index + 1).flatMap((other): Dependence[] => {
        const kind = kindByWho(sources.get(originOf(one)), sources.get(originOf(other)));
        return kind ? [{ ...kind, between: [one, other] }] : [];
      }),
    );
  });
}

function kindByWho(
  one: string | undefined,
  other: string | undefined,
): Pick<Dependence, "kind" | "note"> | null {
  if (one === undefined || other === undefined || one === other) return null;
  if (GOVERNMENT_SOURCE_IDS.has(one) && GOVERNMENT_SOURCE_IDS.has(other)) {
    return { kind: "one_party", note: "Both are bodies of one government." };
  }
  if (one === UNATTRIBUTED_SOURCE_ID || other === UNATTRIBUTED_SOURCE_ID) {
    return { kind: "unknown_origin", note: "The record does not say from whom one of the two comes." };
  }
  return null;
}
