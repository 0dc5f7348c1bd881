import ts from "typescript";

/** A source file: its path and its text. */
export interface Source {
  file: string;
  text: string;
}

/** What one file may ask of the catalogues. A pattern without a namespace may mean any. */
interface Asked {
  texts: Set<string>;
  patterns: { namespace: string | undefined; pattern: RegExp }[];
}

const TRANSLATORS = /^(?:translator|useTranslator|translatorFor)$/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The message keys that no source file asks for.
 * A key counts as asked for when a text of the program is its name (`fields.title`, with or without the namespace), or
 * when it fits a template: `t(`stage.${stage}`)` asks for every key below `stage.`; a template that begins with a hole
 * counts only as the argument of a translator, and only for that translator's namespace. Words of fields and sections
 * count when some file names the field or section.
 * @param keys full names, `<namespace>.<key>`
 * @param sources the program without its tests and catalogues
 */
export function unusedKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const asked = sources.map(askedIn);
  return keys.filter((key) => {
    const dot = key.indexOf(".");
    const [namespace, rest] = [key.slice(0, dot), key.slice(dot + 1)];
    const fits = ({ namespace: only, pattern }: Asked["patterns"][number]) =>
      only === undefined ? pattern.test(rest) || pattern.test(key) : only === namespace && pattern.test(rest);
    return !asked.some(
      ({ texts, patterns }) =>
        texts.has(rest) ||
        texts.has(key) ||
        texts.has(parentOf(key)) ||
        isFormWord(rest, texts) ||
        patterns.some(fits),
    );
  });
}

/** A list of options is named by the key above them: `ui.form.asked`. */
const parentOf = (key: string): string =>
  key.split(".").length > 2 ? key.slice(0, key.lastIndexOf(".")) : "";

/** The form reads the words of its fields and sections by their names: `fields.title.help` for a field called title. */
function isFormWord(rest: string, texts: ReadonlySet<string>): boolean {
  const [, name] = /(?:^|\.)(?:fields|sections)\.([^.]+)\.[^.]+/.exec(rest) ?? [];
  return name !== undefined && texts.has(name);
}

function askedIn({ file, text }: Source): Asked {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const translators = translatorsIn(tree);
  const asked: Asked = { texts: new Set(), patterns: [] };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) {
      asked.texts.add(node.text);
      if (node.text.endsWith("."))
        asked.patterns.push({ namespace: undefined, pattern: new RegExp(`^${escaped(node.text)}.`) });
    }
    if (ts.isTemplateExpression(node)) {
      const namespaces = translators.get(calleeOf(node)) ?? [];
      const holes = node.templateSpans.map((span) => `[\\w.-]+${escaped(span.literal.text)}`);
      const pattern = new RegExp(`^${escaped(node.head.text)}${holes.join("")}$`);
      for (const namespace of namespaces) asked.patterns.push({ namespace, pattern });
      if (namespaces.length === 0 && node.head.text.includes("."))
        asked.patterns.push({ namespace: undefined, pattern });
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return asked;
}

/** `const t = await translator("cases")`: the namespaces a name stands for in this file. */
function translatorsIn(tree: ts.SourceFile): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const walk = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const value = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (ts.isCallExpression(value) && TRANSLATORS.test(value.expression.getText())) {
        const namespace = value.arguments.find(ts.isStringLiteralLike)?.text;
        if (namespace) found.set(node.name.text, [...(found.get(node.name.text) ?? []), namespace]);
      }
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

/** The name before the call whose argument this template is: `t` in t(`…`), t.rich(`…`) and t.has(`…`). */
function calleeOf(template: ts.TemplateExpression): string {
  const call = template.parent;
  if (!ts.isCallExpression(call)) return "";
  const callee = ts.isPropertyAccessExpression(call.expression)
    ? call.expression.expression
    : call.expression;
  return callee.getText();
}
