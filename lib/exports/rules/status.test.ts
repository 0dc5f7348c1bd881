import { expect, it } from "vitest";
import { type ExportState, stateNow } from "./status.ts";

const row = (changes: Partial<ExportState>): ExportState => ({
  status: "queued",
  expiresAt: null,
  problem: null,
  jobStatus: "queued",
  jobProblem: null,
  ...changes,
});
const status = (changes: Partial<ExportState>) => stateNow(row(changes), 100).status;

it("says what the row says where nothing else is known", () => {
  expect(status({})).toBe("queued");
  expect(status({ status: "failed", problem: "unsound" })).toBe("failed");
  expect(status({ jobStatus: null })).toBe("queued");
});

it("says that a bag ran out at the very moment it does", () => {
  expect(status({ status: "ready", jobStatus: "done", expiresAt: 101 })).toBe("ready");
  expect(status({ status: "ready", jobStatus: "done", expiresAt: 100 })).toBe("expired");
  expect(status({ status: "ready", jobStatus: "done" })).toBe("ready");
});

it("says that it is being built while its job runs", () => {
  expect(status({ jobStatus: "running" })).toBe("building");
});

it("says why a job ended that could not say so itself", () => {
  expect(stateNow(row({ jobStatus: "failed", jobProblem: "0a1b2c" }), 100)).toEqual({
    status: "failed",
    problem: "rights_lost",
  });
  expect(stateNow(row({ jobStatus: "failed", jobProblem: "interrupted" }), 100).problem).toBe("interrupted");
  expect(stateNow(row({ status: "failed", problem: "storage_full", jobStatus: "failed" }), 100).problem).toBe(
    "storage_full",
  );
});
