import { wordsOf } from "#lib/core/folding.ts";
import { says } from "#lib/third-persons/rules.ts";

/** As many words in the same order are no chance. */
const RUN = 12;

/** Every run of words of some texts. */
function runsOf(texts: Iterable<string>): Set<string> {
  const runs = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text).map(({ folded }) => folded);
    for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(" "));
  }
  return runs;
}

/** What is looked through before anything leaves. */
export interface Searched {
  /** What was written about the accounts: summaries, claims, reasons, notes. */
  readonly written: readonly string[];
  /** The accounts that leave. */
  readonly told: readonly string[];
  /** Phrases that were cut out. */
  readonly phrases: readonly string[];
  /** Accounts that stay. */
  readonly withheld: readonly string[];
}

/**
 * How many texts of a bag say what is not to leave: a phrase that was cut out, in any spelling, or twelve words in a row of an account
 * that stays and that no account that leaves says too.
 */
export function countLeaks({ written, told, phrases, withheld }: Searched): number {
  const secret = runsOf(withheld);
  for (const run of runsOf(told)) secret.delete(run);
  const repeats = (text: string) => secret.size > 0 && [...runsOf([text])].some((run) => secret.has(run));
  const isLeak = (text: string) => phrases.some((phrase) => says(text, phrase));
  return written.filter((text) => isLeak(text) || repeats(text)).length + told.filter(isLeak).length;
}
