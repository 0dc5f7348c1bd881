interface InputDirection {
  readonly attributes: { readonly input: { readonly dir?: string } };
}

/**
 * Sets the direction of the text control itself. The component library puts `dir` on the box around it, where `auto`
 * cannot see what is typed. While nothing is typed the control follows the page, so that the cursor waits where the
 * reader expects it.
 * @param typed what stands in the control; given for `auto`
 */
export function inputDir(dir: "ltr" | "rtl" | "auto", typed = "x"): InputDirection {
  return { attributes: { input: dir === "auto" && typed === "" ? {} : { dir } } };
}
