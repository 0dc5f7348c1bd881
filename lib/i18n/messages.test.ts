import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "./locales.ts";
import { catalogueOf, type MessageTree, type Namespace } from "./messages.ts";
import { translatorFor } from "./translate.ts";

const root = join(import.meta.dirname, "../..");
const namespaces = Object.keys(catalogueOf("en")).toSorted();

function flat(tree: MessageTree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

function asNamespace(name: string): Namespace {
  const found = (Object.keys(catalogueOf("en")) as Namespace[]).find((namespace) => namespace === name);
  if (!found) throw new Error(`no catalogue "${name}"`);
  return found;
}

/** Place-holders and the plural branches of a message: a reader of just as much ICU as we write. */
function shapeOf(message: string): { names: Set<string>; plurals: string[][]; tags: Set<string> } {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const read = (from: number, inside: boolean): number => {
    let at = from;
    while (at < message.length) {
      if (message[at] === "}" && inside) return at + 1;
      if (message[at] !== "{") {
        at += 1;
        continue;
      }
      const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*(,)?)?/.exec(message.slice(at));
      if (!head?.[1]) throw new Error(`unreadable place-holder in "${message}"`);
      names.add(head[1]);
      at += head[0].length;
      if (head[2] === "plural" || head[2] === "select" || head[2] === "selectordinal")
        at = branches(at, head[2]);
      else at = message.indexOf("}", at) + 1;
    }
    return at;
  };
  const branches = (from: number, kind: string): number => {
    const selectors: string[] = [];
    let at = from;
    for (;;) {
      const next = /^\s*(?:([=\w]+)\s*\{|\})/.exec(message.slice(at));
      if (!next) throw new Error(`unreadable branches in "${message}"`);
      at += next[0].length;
      if (!next[1]) break;
      selectors.push(next[1]);
      at = read(at, true);
    }
    if (kind === "plural") plurals.push(selectors);
    return at;
  };
  read(0, false);
  return { names, plurals, tags: new Set([...message.matchAll(/<(\w+)>/g)].map((tag) => tag[1] ?? "")) };
}

describe("the message catalogues", () => {
  it("have the same rooms and keys in every language", () => {
    for (const locale of LOCALES) {
      expect(Object.keys(catalogueOf(locale)).toSorted()).toEqual(namespaces);
      for (const namespace of namespaces.map(asNamespace)) {
        const keys = (of: Locale) =>
          flat(catalogueOf(of)[namespace])
            .map(([key]) => `${namespace}.${key}`)
            .toSorted();
        expect(keys(locale)).toEqual(keys("en"));
      }
    }
  });

  it("name the same place-holders and tags in every language, and every message can be shown", () => {
    const faults: string[] = [];
    for (const namespace of namespaces.map(asNamespace)) {
      const english = new Map(flat(catalogueOf("en")[namespace]));
      for (const locale of LOCALES) {
        const t = translatorFor(locale, namespace);
        for (const [key, message] of flat(catalogueOf(locale)[namespace])) {
          const { names, tags, plurals } = shapeOf(message);
          const source = shapeOf(english.get(key) ?? "");
          if ([...names].toSorted().join() !== [...source.names].toSorted().join())
            faults.push(`${locale} ${namespace}.${key}: place-holders`);
          if ([...tags].toSorted().join() !== [...source.tags].toSorted().join())
            faults.push(`${locale} ${namespace}.${key}: tags`);
          const missing = ["one", "two", "few", "many", "other"].filter((form) =>
            plurals.some((forms) => !forms.includes(form) && !forms.includes(`=${form}`)),
          );
          if (locale === "ar" && missing.length > 0)
            faults.push(`ar ${namespace}.${key}: plural without ${missing.join(", ")}`);
          const values = Object.fromEntries([...names].map((name) => [name, 3]));
          const marks = Object.fromEntries([...tags].map((tag) => [tag, () => tag]));
          const shown = JSON.stringify(t.rich(key, { ...values, ...marks }));
          if (shown.includes("⟦") || message.trim() === "")
            faults.push(`${locale} ${namespace}.${key}: cannot be shown`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it("hold every key that a source file asks for by name", () => {
    const faults: string[] = [];
    const files = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: root }).filter(
      (file) => !file.includes(".test."),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const source = readFileSync(join(root, file), "utf8");
      const bindings = source.matchAll(
        /const (\w+) = (?:await translator|useTranslator|translatorFor)\((?:\w+, )?"(\w+)"\)/g,
      );
      const namespacesOf = new Map<string, string[]>();
      for (const [, name = "", namespace = ""] of bindings)
        namespacesOf.set(name, [...(namespacesOf.get(name) ?? []), namespace]);
      for (const [name, rooms] of namespacesOf) {
        const calls = source.matchAll(new RegExp(`\\b${name}(?:\\.rich)?\\(\\s*"([\\w.]+)"`, "g"));
        for (const [, key = ""] of calls) {
          const known = rooms.some(
            (room) =>
              namespaces.includes(room) &&
              flat(catalogueOf("en")[asNamespace(room)]).some(([have]) => have === key),
          );
          if (!known) faults.push(`${file}: ${rooms.join("|")}.${key}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
