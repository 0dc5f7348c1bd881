/** The demo: what `npm run demo` loads, and what it says of it. */
import { join } from "node:path";
import { DEMO_ACCOUNTS, DEMO_CASES, DEMO_PASSWORD, type DemoAccount } from "../lib/imports/demo/accounts.ts";
import { loadDemoInto } from "../lib/imports/demo/load.ts";

/**
 * Loads the demo into the system of this process, once; what is there stays as it is.
 * @param print receives a line for each part as it begins
 */
export async function loadDemo(print: (line: string) => void): Promise<void> {
  await loadDemoInto(join(import.meta.dirname, "..", "db", "seed"), print);
}

/** What the person at the terminal reads: the accounts, their password, and that it is no place for anything real. */
export function demoWelcome(): string[] {
  const widest = Math.max(...DEMO_ACCOUNTS.map(({ name }) => name.length));
  return [
    "",
    "This is a demo. Its accounts and their password are public: it must never hold anything real.",
    `  Cases: “${DEMO_CASES.coastal.title}” and “${DEMO_CASES.training.title}”`,
    `  Password of every account: ${DEMO_PASSWORD}`,
    ...DEMO_ACCOUNTS.map((account) => `  ${account.name.padEnd(widest)}  ${dutiesOf(account)}`),
  ];
}

function dutiesOf({ global, training, coastal }: DemoAccount): string {
  const inWords = (role: string) => role.replaceAll("_", " ");
  if (global) return `${inWords(global)} of the organisation, in no case`;
  if (training && coastal) return `${inWords(training)} in both cases`;
  return `${inWords(training ?? coastal ?? "")} in the ${training ? "training case" : "public record"} only`;
}
