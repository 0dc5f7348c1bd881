/** The compartments that every organisation has, each one bit. Nobody opens them to anybody alone. */
export const BUILT_IN = [
  { bit: 1, name: "sexual_violence" },
  { bit: 2, name: "children" },
  { bit: 4, name: "insiders" },
] as const;

export type BuiltIn = (typeof BUILT_IN)[number]["name"];
export const BUILT_IN_NAMES = BUILT_IN.map(({ name }) => name) as [BuiltIn, ...BuiltIn[]];

/** The reason on record where an account was apart from the first, for what it tells of. The interface has words for it. */
export const DISCLOSED = "compartment.disclosed";

/** Further ones begin here; a whole number of 32 bits, and its sign, are what both databases compare. */
export const FIRST_OWN_BIT = 8;
export const LAST_BIT = 2 ** 29;

/** The single compartments in a set of them. */
export const bitsIn = (compartments: number): number[] => {
  const bits: number[] = [];
  for (let bit = 1; bit <= LAST_BIT; bit *= 2) if ((compartments & bit) !== 0) bits.push(bit);
  return bits;
};

/** A compartment as people know it: one of the program's by its word, one of the organisation's by its name. */
export interface CompartmentName {
  bit: number;
  builtIn: BuiltIn | null;
  name: string | null;
  nameAr: string | null;
  sensitive: boolean;
}
