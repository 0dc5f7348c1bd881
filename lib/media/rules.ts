import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";

/**
 * An outlet stands once in the chain, and says one thing about an item.
 * @throws Invalid naming each repetition
 */
export function mustNameOutletsOnce(item: {
  circulatedBy: readonly string[];
  verifications: readonly { sourceId: string }[];
}): void {
  const problems = [
    ...repeated(item.circulatedBy).map((index) => problem(`circulatedBy.${index}`)),
    ...repeated(item.verifications.map(({ sourceId }) => sourceId)).map((index) =>
      problem(`verifications.${index}.sourceId`),
    ),
  ];
  if (problems.length > 0) throw new Invalid(problems);
}

const problem = (path: string): FieldProblem => ({ path, code: "named_twice" });

const repeated = (ids: readonly string[]): number[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
