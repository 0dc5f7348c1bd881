/** Says at a start where the log is not the one that was signed: after an old backup was put back, or somebody changed it. */
import type { System } from "#lib/core/system.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { signerStanding } from "./signer-standing.ts";

/** @param say receives a line for each place that the log departs from, and one with what to do */
export async function sayDepartures(sys: System, say: (line: string) => void): Promise<void> {
  const standing = await signerStanding({ ...sys, read: sys.store.read });
  if (!standing?.problem) return;
  const t = translatorFor("en", "audit");
  const { size, departures, problem } = standing;
  say(`WARNING: ${t(`signer.${problem}`)}`);
  for (const { where, size: noted, why } of departures)
    say(`  ${t(`departures.where.${where}`)}: ${t(`departures.why.${why}`, { noted, size })}`);
  say(`  ${t("signer.next")}`);
}
