/** Types canaries into every field of the server at an address; says on standard output how that went, as JSON. */
import { typeEverywhere } from "./typed.ts";
import { aServedWorld } from "./world.ts";

/** What is said. */
export interface Typed {
  /** What could not be done as it should. */
  faults: string[];
  /** The case with the canaries. */
  caseId: string;
  /** What the browser of one of its investigators keeps. */
  cookies: Readonly<Record<string, string>>;
}

const [baseURL = ""] = process.argv.slice(2);
const world = await aServedWorld(baseURL);
const faults = await typeEverywhere(world);
const typed: Typed = { faults, caseId: world.caseId, cookies: world.visitor("investigator").cookies() };
process.stdout.write(JSON.stringify(typed));
