import { expect, it } from "vitest";
import { labelledTicks } from "./timeline-view.ts";

const tick = (at: number, label: string) => ({ at, label });

it("a date has its label where the one before leaves room for it", () => {
  const apart = [0, 0.2, 0.4].map((at) => tick(at, "1 Mar 2025"));
  expect(labelledTicks(apart)).toEqual(apart);
  const close = [tick(0, "24 فبراير 2025"), tick(0.04, "1 مارس 2025"), tick(0.16, "8 مارس 2025")];
  expect(labelledTicks(close).map(({ label }) => label)).toEqual(["24 فبراير 2025", "8 مارس 2025"]);
});
