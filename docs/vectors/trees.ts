/** Trees, and proofs in them that hold and that do not. Hashes in hexadecimal. */
import { consistencyOf, inclusionOf, leafOf, rootOf } from "./format.ts";

// The inputs that implementations of RFC 6962 are commonly tested with.
const inputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const leaves = inputs.map((input) => leafOf(Buffer.from(input, "hex")));
const hex = (bytes: Buffer) => bytes.toString("hex");
const upTo = (size: number) => leaves.slice(0, size);
const sizes = leaves.map((_, n) => n + 1);

export const tree = { inputs, roots: sizes.map((size) => hex(rootOf(upTo(size)))) };

interface Inclusion {
  name: string;
  leaf: string;
  index: number;
  size: number;
  root: string;
  proof: string[];
  holds: boolean;
}

const included = (index: number, size: number): Inclusion => ({
  name: `leaf ${index} of ${size}`,
  leaf: hex(leaves[index] ?? leafOf("")),
  index,
  size,
  root: hex(rootOf(upTo(size))),
  proof: inclusionOf(index, upTo(size)).map(hex),
  holds: true,
});

const other = hex(leafOf("another"));
const turned = (proof: string[], n: number) => proof.with(n, other);

const notIncluded = [
  [0, 1],
  [2, 5],
  [4, 5],
  [6, 7],
  [7, 8],
].flatMap(([index = 0, size = 0]): Inclusion[] => {
  const one = included(index, size);
  const wrong = (name: string, change: Partial<Inclusion>) => ({
    ...one,
    name: `${one.name}: ${name}`,
    ...change,
    holds: false,
  });
  return [
    wrong("another leaf", { leaf: other }),
    wrong("another root", { root: other }),
    wrong("beyond the end", { index: size }),
    wrong("one hash more", { proof: [...one.proof, other] }),
    ...(one.proof.length > 0
      ? [
          wrong("another place", { index: index === 0 ? 1 : index - 1 }),
          wrong("one hash less", { proof: one.proof.slice(0, -1) }),
          wrong("another first hash", { proof: turned(one.proof, 0) }),
          wrong("another last hash", { proof: turned(one.proof, one.proof.length - 1) }),
        ]
      : []),
  ];
});

/** Every place of every size up to 8, and wrong ones. */
export const inclusion = [
  ...sizes.flatMap((size) => Array.from({ length: size }, (_, index) => included(index, size))),
  ...notIncluded,
];

interface Consistency {
  name: string;
  size1: number;
  root1: string;
  size2: number;
  root2: string;
  proof: string[];
  holds: boolean;
}

const consistent = (size1: number, size2: number): Consistency => ({
  name: `from ${size1} to ${size2}`,
  size1,
  root1: hex(rootOf(upTo(size1))),
  size2,
  root2: hex(rootOf(upTo(size2))),
  proof: consistencyOf(size1, upTo(size2)).map(hex),
  holds: true,
});

const notConsistent = [
  [1, 2],
  [3, 7],
  [4, 7],
  [4, 8],
  [6, 8],
  [5, 5],
].flatMap(([size1 = 0, size2 = 0]): Consistency[] => {
  const one = consistent(size1, size2);
  const wrong = (name: string, change: Partial<Consistency>) => ({
    ...one,
    name: `${one.name}: ${name}`,
    ...change,
    holds: false,
  });
  return [
    wrong("another first root", { root1: other }),
    wrong("another second root", { root2: other }),
    wrong("one hash more", { proof: [...one.proof, other] }),
    ...(size1 < size2
      ? [
          wrong("the wrong way round", {
            size1: size2,
            root1: one.root2,
            size2: size1,
            root2: one.root1,
          }),
          wrong("no hash", { proof: [] }),
          wrong("one hash less", { proof: one.proof.slice(0, -1) }),
          wrong("another first hash", { proof: turned(one.proof, 0) }),
          wrong("another last hash", { proof: turned(one.proof, one.proof.length - 1) }),
        ]
      : []),
  ];
});

/** From every size to every other up to 8, and wrong ones. */
export const consistency = [
  ...[0, ...sizes].flatMap((size2) =>
    Array.from({ length: size2 + 1 }, (_, size1) => consistent(size1, size2)),
  ),
  ...notConsistent,
];
