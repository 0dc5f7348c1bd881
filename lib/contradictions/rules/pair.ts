import type { ContradictionKind } from "../vocabulary.ts";

interface Pair {
  readonly statementId: string;
  readonly otherStatementId: string;
  readonly kind: ContradictionKind;
}

/** Two of something in the order of their ids, so that a pair is one pair whichever was named first. */
export const ordered = <T extends { readonly id: string }>(one: T, other: T): readonly [T, T] =>
  one.id < other.id ? [one, other] : [other, one];

interface On {
  readonly allegationId: string | null;
  readonly facet: string | null;
}

/** Under which an open contradiction is the only one of its pair, kind and facet of an allegation. */
export const keyOfPair = (
  { statementId, otherStatementId, kind }: Pair,
  { allegationId, facet }: On,
): string => [statementId, otherStatementId, kind, allegationId ?? "-", facet ?? "-"].join("/");

/** The same of a settled one, so that the two may be asked about again when one of them says something else. */
export const keyOfSettled = ({ id, pairKey }: { id: string; pairKey: string }): string => `${pairKey}/${id}`;

/** The same two statements differ in the same. */
export const isTheSame = (one: Pair, other: Pair): boolean =>
  one.statementId === other.statementId &&
  one.otherStatementId === other.otherStatementId &&
  one.kind === other.kind;
