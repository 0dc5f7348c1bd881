import { expect, it } from "vitest";
import { Invalid } from "#lib/core/refusals.ts";
import { mustNameOutletsOnce } from "./rules.ts";

const said = (...ids: string[]) => ids.map((sourceId) => ({ sourceId }));

it("takes an outlet once in the chain and once among those who checked", () => {
  const once = { circulatedBy: ["a", "b"], verifications: said("b", "a") };
  expect(() => mustNameOutletsOnce(once)).not.toThrow();
});

it("names each repetition where it stands", () => {
  const twice = { circulatedBy: ["a", "b", "a"], verifications: said("c", "c", "c") };
  const refusal = (): unknown => {
    try {
      return mustNameOutletsOnce(twice);
    } catch (error) {
      return error;
    }
  };
  const error = refusal();
  expect(error).toBeInstanceOf(Invalid);
  expect(error).toMatchObject({
    fields: [
      { path: "circulatedBy.2", code: "named_twice" },
      { path: "verifications.1.sourceId", code: "named_twice" },
      { path: "verifications.2.sourceId", code: "named_twice" },
    ],
  });
});
