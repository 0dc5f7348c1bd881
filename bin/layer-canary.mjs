// A small tree in which every layer rule is broken once, and which also holds a few files that break none.
const taking = (...names) =>
  names.map((name, i) => `import { x as x${i} } from "${name}";\nvoid x${i};`).join("\n") +
  "\nexport const x = 1;\n";
const client = (...names) => `"use client";\n${taking(...names)}`;
const stub = (name) => ({
  [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","main":"index.js"}`,
  [`node_modules/${name}/index.js`]: "export const x = 1;\n",
});

const breaks = {
  "lib/ring/find.ts": ["no-cycles", taking("./rules.ts")],
  "lib/lone/rules.ts": ["no-orphans", "export const x = 1;\n"],
  "lib/lost/rules.ts": ["resolvable", taking("#lib/nowhere/rules.ts")],
  "db/schema/cases.ts": ["db-knows-nobody", taking("#lib/cases/vocabulary.ts")],
  "lib/core/execute.ts": ["core-knows-no-room", taking("#lib/cases/rules.ts")],
  "lib/audit/chain.ts": ["core-knows-no-room", taking("#lib/registry.ts")],
  "lib/platform/mail.ts": ["platform-is-an-adapter", taking("#lib/core/ids.ts")],
  "lib/proof/rules.ts": ["rooms-meet-at-the-door", taking("#lib/cases/views.ts")],
  "lib/proof/policy.ts": ["lib-knows-no-screen", taking("#components/ui/button.tsx")],
  "components/cases/card.tsx": ["components-are-fed", taking("#lib/cases/rules.ts")],
  "components/cases/table.tsx": ["components-know-no-page", taking("#db/columns.ts")],
  "app/cases/page.tsx": ["app-has-no-sql", taking("#db/columns.ts")],
  "app/links/page.tsx": ["app-has-no-sql", taking("drizzle-orm")],
  "app/cases/actions.ts": ["app-opens-doors-only", taking("#lib/cases/policy.ts")],
  "bin/peek.mjs": ["nobody-imports-the-app", taking("../app/cases/page.tsx")],
  "lib/cases/find.ts": ["drivers-stay-in-db", taking("better-sqlite3")],
  "lib/links/rules.ts": ["dialects-stay-in-db", taking("drizzle-orm/pg-core/index.js")],
  "lib/exports/jobs.ts": ["the-vault-is-shut", taking("#lib/witnesses/vault.ts")],
  "lib/exports/exports.test.ts": ["the-vault-is-shut", taking("#lib/witnesses/vault.ts")],
  "lib/cases/jobs.ts": ["no-testing-in-production", taking("#db/testing/builders.ts")],
  "app/links/actions.ts": ["no-testing-in-production", taking("#lib/testing/world.ts")],
  "lib/links/find.ts": ["no-dev-dependency-in-production", taking("only-for-tests")],
  "components/ui/direct.tsx": ["client-reach", client("#lib/cases/find.ts")],
  "lib/cases/vocabulary.ts": ["client-reach", 'import { x } from "node:fs";\nexport { x };\n'],
  "lib/links/vocabulary.ts": ["client-reach", taking("zod")],
  "components/ui/helper.tsx": ["client-reach", taking("#lib/platform/mail.ts")],
};

/** Files that keep every rule, each near the edge of one. */
const keeps = {
  "lib/links/views.ts": 'import type { x } from "drizzle-orm/pg-core/index.js";\nexport type Y = typeof x;\n',
  "lib/proof/find.ts": taking(
    "#lib/cases/rules.ts",
    "#lib/cases/commands/open-case.ts",
    "#lib/core/ids.ts",
    "#db/columns.ts",
  ),
  "lib/witnesses/find.ts": taking("./vault.ts"),
  "lib/testing/world.ts": taking("#db/testing/builders.ts", "#lib/cases/commands/open-case.ts"),
  "components/ui/worded.tsx": client("#lib/codebook/violations.ts"),
  "lib/proof/views.ts": taking("#lib/codebook/violations.ts"),
  "lib/cases/cases.test.ts": taking(
    "#lib/testing/world.ts",
    "#db/testing/builders.ts",
    "#lib/proof/rules.ts",
  ),
  "db/testing/builders.ts": taking("#lib/cases/commands/open-case.ts"),
  "components/ui/typed.tsx":
    '"use client";\nimport type { x } from "#lib/cases/views.ts";\nexport type Y = typeof x;\n',
  "app/cases/_parts/remote.tsx": client("#app/cases/safe-actions.ts", "#lib/i18n/format.ts"),
  "app/cases/safe-actions.ts": `"use server";\n${taking("#lib/cases/commands/open-case.ts")}`,
  "lib/registry.ts": taking("#lib/cases/commands/open-case.ts"),
};

const scenery = {
  "package.json": JSON.stringify({
    type: "module",
    imports: Object.fromEntries(
      ["lib", "db", "components", "app"].map((name) => [`#${name}/*`, `./${name}/*`]),
    ),
    dependencies: { "better-sqlite3": "1.0.0", "drizzle-orm": "1.0.0", zod: "1.0.0" },
    devDependencies: { "only-for-tests": "1.0.0" },
  }),
  ...stub("better-sqlite3"),
  ...stub("drizzle-orm"),
  ...stub("only-for-tests"),
  ...stub("zod"),
  "node_modules/drizzle-orm/pg-core/index.js": "export const x = 1;\n",
  "lib/ring/rules.ts": taking("./find.ts"),
  "lib/cases/rules.ts": taking("#lib/core/ids.ts"),
  "lib/cases/views.ts": taking("./rules.ts"),
  "lib/cases/policy.ts": taking("./rules.ts"),
  "lib/cases/commands/open-case.ts": taking("#lib/core/ids.ts"),
  "lib/core/ids.ts": "export const x = 1;\n",
  "lib/codebook/violations.ts": taking("#lib/core/ids.ts"),
  "lib/i18n/format.ts": "export const x = 1;\n",
  "lib/witnesses/vault.ts": taking("#lib/core/ids.ts"),
  "components/ui/button.tsx": client("./helper.tsx", "#lib/cases/vocabulary.ts", "#lib/links/vocabulary.ts"),
  "db/columns.ts": taking("drizzle-orm"),
};

export const canary = {
  files: {
    ...scenery,
    ...keeps,
    ...Object.fromEntries(Object.entries(breaks).map(([file, [, text]]) => [file, text])),
  },
  planted: Object.entries(breaks).map(([from, [rule]]) => ({ rule, from })),
  clean: Object.keys(keeps),
};
