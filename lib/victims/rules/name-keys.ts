import type { NameMode } from "./name-likeness.ts";
import { type NamePart, partsOfName } from "./name-parts.ts";
import type { SoundedWord } from "./name-sounds.ts";

/**
 * Under which keys a name is kept, so that only names with one in common are compared: every two parts by their consonants, and each
 * part with the beginning of another, so that one slip in either leaves a key. Names of one word meet names of one word.
 */
export function nameKeys(name: string, mode: NameMode = "folded"): string[] {
  if (mode === "literal") return [`=${name}`];
  const codes = partsOfName(name).map(codesOf);
  const [first] = codes;
  if (codes.length === 1 && first) return first.map((code) => `1 ${code}`);
  const keys = codes.flatMap((one, at) =>
    codes
      .slice(at + 1)
      .flatMap((other) =>
        one.flatMap((a) =>
          other.flatMap((b) => [two(a, b), `${a}|${b.slice(0, 1)}`, `${b}|${a.slice(0, 1)}`]),
        ),
      ),
  );
  return [...new Set(keys)].slice(0, KEYS_MAX);
}

const KEYS_MAX = 160;
const CODE_MAX = 4;
const two = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** What is written for one another is one letter of a code; what may be either of two makes two codes. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  b: ["b"],
  f: ["f"],
  t: ["t"],
  d: ["t"],
  T: ["t", "s"],
  D: ["t", "s"],
  s: ["s"],
  z: ["s"],
  S: ["s"],
  X: ["k"],
  k: ["k"],
  q: ["k"],
  G: ["k"],
  g: ["k", "j"],
  j: ["j"],
  l: ["l"],
  r: ["r"],
  m: ["m"],
  n: ["n"],
};
const CODES_MAX = 4;

const codesOf = ({ forms }: NamePart): string[] => [...new Set(forms.flatMap(codesOfWord))];

function codesOfWord({ sounds }: SoundedWord): string[] {
  let codes = [""];
  for (const sound of sounds) {
    const letters = CLASSES[sound] ?? [];
    if (letters.length === 0) continue;
    codes = codes.flatMap((code) => letters.map((letter) => code + letter)).slice(0, CODES_MAX);
  }
  const first = sounds[0] ?? "";
  // A word of vowels and breath alone, such as Aya, is known by how it begins.
  return codes.map((code) => (code === "" ? first.toLowerCase() : code.slice(0, CODE_MAX)));
}
