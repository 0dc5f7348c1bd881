import { expect, it } from "vitest";
import { maybeCommand } from "#lib/registry.ts";
import { newId } from "#lib/core/ids.ts";
import { commandOf, type Decision } from "./decision-door.ts";

const FINDING: readonly Decision[] = [
  { act: "approve", version: 3, text: null },
  { act: "approve", version: 3, text: "the second road was looked at" },
  { act: "second", version: 4, text: null },
  { act: "return", version: 3, text: "seen from where?" },
];
const TESTIMONY: readonly Decision[] = [
  { act: "accept", version: 2, text: null },
  { act: "return", version: 2, text: "seen from where?" },
];

it.each([
  ...FINDING.map((one) => ["finding", newId("finding"), one] as const),
  ...TESTIMONY.map((one) => ["testimony", newId("testimony"), one] as const),
])("puts a decision on a %s on record by a command that takes its input", (noun, id, decision) => {
  const { command, input } = commandOf(noun, id, decision);
  const found = maybeCommand(command);
  expect(found?.input.safeParse(input)).toMatchObject({ success: true });
  expect(input).toMatchObject({ version: decision.version });
  if (decision.text !== null) expect(Object.values(input)).toContain(decision.text);
});
