import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepLayout, lastLayout } from "./layout-keeper.ts";

interface Sent {
  readonly method: string | undefined;
  readonly body: unknown;
  readonly answer: () => void;
}

let sent: Sent[];
beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal(
    "fetch",
    (_: string, { method, body }: RequestInit) =>
      new Promise((_resolve, reject) => {
        // Every answer is a lost connection: the next save goes all the same.
        sent.push({ method, body: body ?? null, answer: () => reject(new Error("offline")) });
      }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const layout = (width: number) => ({ hidden: [], order: [], widths: { title: width } });

it("saves once when a person has come to rest, one save at a time, and always the newest", async () => {
  for (const width of [100, 101, 102]) keepLayout("places", layout(width));
  await vi.advanceTimersByTimeAsync(600);
  expect(sent.map(({ body }) => body)).toEqual([JSON.stringify({ body: layout(102) })]);
  for (const width of [200, 201]) {
    keepLayout("places", layout(width));
    await vi.advanceTimersByTimeAsync(600);
  }
  expect(sent).toHaveLength(1);
  sent[0]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ body }) => body).slice(1)).toEqual([JSON.stringify({ body: layout(201) })]);
  expect(lastLayout("places")).toEqual(layout(201));
  keepLayout("places", null);
  sent[1]?.answer();
  await vi.advanceTimersByTimeAsync(600);
  expect(sent.at(-1)).toMatchObject({ method: "DELETE", body: null });
});
