import { expect, it } from "vitest";
import { z } from "zod";
import { parse } from "./parse.ts";
import { Invalid } from "./refusals.ts";

const schema = z.strictObject({
  title: z.string().max(5),
  rows: z.array(z.strictObject({ name: z.string() })),
});

it.each<[string, object, { path: string; code: string }[]]>([
  ["a field", { colour: "red" }, [{ path: "colour", code: "unknown_field" }]],
  ["a field within", { rows: [{ name: "a", x: 1 }] }, [{ path: "rows.0.x", code: "unknown_field" }]],
  ["words", { "her name": 1 }, [{ path: "?", code: "unknown_field" }]],
  ["words within", { rows: [{ name: "a", اسمها: 1 }] }, [{ path: "rows.0.?", code: "unknown_field" }]],
  ["words over what cannot be kept", { "her name": "\0" }, [{ path: "?", code: "forbidden_character" }]],
])("names an unknown field, and repeats no words that stand in its place: %s", (_, more, fields) => {
  const act = () => parse(schema, { title: "a", rows: [], ...more });
  expect(act).toThrow(Invalid);
  expect(act).toThrow(expect.objectContaining({ fields }));
});
