import { defineConfig } from "vitest/config";

// One suite, two databases: the `postgres` project runs the same files on PGlite (an in-process PostgreSQL).
const shared = {
  include: ["{lib,db,bin,components,docs}/**/*.test.ts"],
  exclude: ["**/node_modules/**"],
  // Far above what any takes: a busy machine is no fault of theirs.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    maxWorkers: "100%", // vitest leaves one core out, which is half of a small machine
    globalSetup: "./db/testing/made-once.ts",
    projects: [
      { test: { ...shared, name: "sqlite", env: { ATTEST_TEST_DIALECT: "sqlite" } } },
      {
        test: {
          ...shared,
          name: "postgres",
          include: ["{lib,db}/**/*.db.test.ts"],
          env: { ATTEST_TEST_DIALECT: "postgres" },
        },
      },
    ],
  },
});
