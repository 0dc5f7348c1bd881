/** What is asked of shares that custodians typed. */
import { Invalid, Refused } from "#lib/core/refusals.ts";
import { openRingByShares, type Ring, type RingFile } from "#lib/platform/key-ring.ts";
import { SharesDoNotOpen } from "#lib/platform/recovery-slot.ts";
import { type Share, shareFrom, WrongShare } from "#lib/platform/share-text.ts";

/** Reads shares as they were typed. @throws Invalid naming the field, and its line, of each with a mistake */
export function sharesTyped(typed: readonly string[]): Share[] {
  const read = typed.map((text, at) => shareOrProblem(text, `shares.${at}`));
  const problems = read.flatMap((one) => ("path" in one ? [one] : []));
  if (problems.length > 0) throw new Invalid(problems);
  return read.flatMap((one) => ("path" in one ? [] : [one]));
}

function shareOrProblem(text: string, path: string) {
  try {
    return shareFrom(text);
  } catch (error) {
    if (!(error instanceof WrongShare)) throw error;
    const { line } = error;
    return line === null ? { path, code: "share_lines" } : { path, code: "share_line", params: { line } };
  }
}

/** What the shares open. @throws Refused */
export async function openedBy(file: RingFile, shares: readonly Share[]): Promise<Ring> {
  try {
    return await openRingByShares(file, shares);
  } catch (error) {
    if (error instanceof SharesDoNotOpen) throw new Refused(`share.${error.fault}`);
    throw error;
  }
}
