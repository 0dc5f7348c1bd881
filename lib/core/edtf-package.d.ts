// The package ships no types. What it returns is `unknown` here and is checked in `edtf-value.ts`.
declare module "edtf" {
  /**
   * Parses one EDTF string (ISO 8601-2, levels 0 to 2) into a plain tree.
   * @throws Error with the input in its message when nothing parses.
   */
  export function parse(
    input: string,
    constraints?: { readonly level?: 0 | 1 | 2; readonly types?: readonly string[] },
  ): unknown;
}
