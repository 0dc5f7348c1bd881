import { expect, test } from "vitest";
import { unusedKeys } from "./message-use.ts";

const keys = ["cases.title", "cases.stage.open", "cases.stage.closed", "links.stage.open", "links.note"];
const unused = (text: string) => unusedKeys(keys, [{ file: "page.tsx", text }]);
const rest = (...used: string[]) => keys.filter((key) => !used.includes(key));

test("a program that asks for nothing uses no key", () => {
  expect(unused("export const x = 1;")).toEqual(keys);
});

test("a key is used by its name, with or without its namespace", () => {
  expect(unused('t("title"); say("links.note");')).toEqual(rest("cases.title", "links.note"));
});

test("a name in a comment, an import or a type is no use", () => {
  expect(unused('// "title"\nimport x from "note"; type T = "title";')).toEqual(keys);
});

test("a template of a known translator uses the keys of that namespace alone", () => {
  expect(unused('const t = await translator("cases"); t(`stage.${s}`);')).toEqual(
    rest("cases.stage.open", "cases.stage.closed"),
  );
  expect(unused('const t = useTranslator("links"); t.rich(`${what}.open`);')).toEqual(
    rest("links.stage.open"),
  );
});

test("a template of an unknown translator uses every key it fits", () => {
  expect(unused("export const say = (t: Translate) => t(`stage.${s}`);")).toEqual(
    rest("cases.stage.open", "cases.stage.closed", "links.stage.open"),
  );
  expect(unused('say("links.stage." + s)')).toEqual(rest("links.stage.open"));
});

test("templates that are no keys use nothing", () => {
  expect(unused("open(`${a}.${b}`); fetch(`/cases/${id}`); log(`${a}`);")).toEqual(keys);
});
