import { defineConfig } from "drizzle-kit";

// One schema, two migration folders: run with ATTEST_DIALECT=sqlite or ATTEST_DIALECT=postgres.
const postgres = process.env["ATTEST_DIALECT"] === "postgres";

export default defineConfig({
  dialect: postgres ? "postgresql" : "sqlite",
  schema: "./db/schema/index.ts",
  out: postgres ? "./db/migrations/postgres" : "./db/migrations/sqlite",
});
