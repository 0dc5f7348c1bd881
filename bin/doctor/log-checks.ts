/** The end of the audit log: that it hangs together, and that the clock has not gone back behind it. */
import type { Reader } from "#db/store.ts";
import { verifyTail } from "#lib/audit/verify-tail.ts";
import { type Finding, fix, ok } from "./finding.ts";

const ENTRIES = 2_000;
const MINUTE_MS = 60_000;

/** @returns the findings, and how many entries the log has by its own note */
export async function logFindings(
  read: Reader,
  now: number,
): Promise<{ findings: Finding[]; size: number | null }> {
  const tail = await verifyTail(read, ENTRIES);
  if (!tail.ok)
    return {
      findings: [
        fix(
          `The log does not hold at entry ${tail.firstBad}. Keep everything as it is and run: npm run verify-chain`,
        ),
      ],
      size: null,
    };
  const holds = ok(
    `The last ${tail.checked} of ${tail.size} entries of the log hold. All of it is checked by: npm run verify-chain`,
  );
  return { findings: [holds, clockFinding(tail.lastAt, now)], size: tail.size };
}

/** @param lastAt time of the last entry, ms since 1970; null in an empty log */
export function clockFinding(lastAt: number | null, now: number): Finding {
  if (lastAt === null || now >= lastAt - MINUTE_MS) return ok("The clock is not behind the log.");
  const minutes = Math.ceil((lastAt - now) / MINUTE_MS);
  return fix(
    `The clock of this machine is ${minutes} minutes behind the last entry of the log. Set it, and keep it set by a time service.`,
  );
}
