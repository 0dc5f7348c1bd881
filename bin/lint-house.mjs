// Two rules of this house that no linter ships. Loaded by `.oxlintrc.json`.

/** @param {{ type: string, source?: { value?: unknown } }} node */
const importsProcess = (node) => node.source?.value === "process" || node.source?.value === "node:process";

const noUseCache = {
  meta: {
    type: "problem",
    messages: { cached: "A case file is never kept in a shared cache; React's cache() lasts one request." },
  },
  create: (context) => ({
    ExpressionStatement(node) {
      const { type, value } = node.expression;
      if (type === "Literal" && typeof value === "string" && /^use cache\b/.test(value)) {
        context.report({ node, messageId: "cached" });
      }
    },
  }),
};

// `node/no-process-env` sees `process.env`; these are the other ways to the same object.
const noHiddenEnv = {
  meta: { type: "problem", messages: { hidden: "Settings are read in lib/platform/env only." } },
  create: (context) => ({
    ImportDeclaration(node) {
      const named = node.specifiers.some((s) => s.type === "ImportSpecifier" && s.imported.name === "env");
      if (importsProcess(node) && named) context.report({ node, messageId: "hidden" });
    },
    VariableDeclarator(node) {
      const fromProcess = node.init?.type === "Identifier" && node.init.name === "process";
      const keys = node.id.type === "ObjectPattern" ? node.id.properties.map((p) => p.key?.name) : [];
      if (fromProcess && keys.includes("env")) context.report({ node, messageId: "hidden" });
    },
    MemberExpression(node) {
      const { object, property } = node;
      const meta = object.type === "MetaProperty" && property.name === "env";
      const global =
        object.type === "MemberExpression" && object.property.name === "process" && property.name === "env";
      if (meta || global) context.report({ node, messageId: "hidden" });
    },
  }),
};

export default {
  meta: { name: "house" },
  rules: { "no-use-cache": noUseCache, "no-hidden-env": noHiddenEnv },
};
