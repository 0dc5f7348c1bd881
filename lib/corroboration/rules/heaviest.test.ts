import { expect, test } from "vitest";
import { heaviest } from "./heaviest.ts";

const cluster = (id: string, s: 0 | 1 | 2 | 3, c: 0 | 1 | 2 | 3 = 0, more: string[] = []) => ({
  id,
  members: [id, ...more],
  s,
  c,
});

test("of more origins than fit, no contradiction is left out for support, and it is said how much is", () => {
  const clusters = [
    cluster("a", 1, 0, ["a2"]),
    cluster("b", 3),
    cluster("c", 0, 1),
    cluster("d", 2),
    cluster("e", 0),
  ];
  const { shown, left } = heaviest(clusters, ["d"], 3);
  expect(shown.map(({ id }) => id)).toEqual(["d", "c", "b"]);
  expect(left).toEqual({ origins: 2, items: 3 });
  expect(heaviest(clusters, [], 9).left).toEqual({ origins: 0, items: 0 });
});
