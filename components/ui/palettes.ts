import type { MantineColorsTuple } from "@mantine/core";

// Paper and ink: warm neutrals, one deep accent, and the hues of the states.
export const paper: MantineColorsTuple = [
  "#faf8f3",
  "#f6f4ee",
  "#eeebe2",
  "#d9d3c5",
  "#8b8575",
  "#777266",
  "#6b6f67",
  "#5a5f58",
  "#3d423e",
  "#1d2423",
];
export const ink: MantineColorsTuple = [
  "#edf4f3",
  "#d8e8e6",
  "#b5d1ce",
  "#8ab5b1",
  "#5d9592",
  "#377876",
  "#216163",
  "#155052",
  "#0f4446",
  "#0a3133",
];
export const brick: MantineColorsTuple = [
  "#fbeeec",
  "#f7dfda",
  "#eec0b8",
  "#e09a8e",
  "#cc6d5e",
  "#b44a3a",
  "#a33a2b",
  "#9a2f22",
  "#8a281d",
  "#6b1e15",
];
export const ochre: MantineColorsTuple = [
  "#fcf5e3",
  "#f6e9c8",
  "#ecd496",
  "#dcb75c",
  "#c2932d",
  "#a17411",
  "#8a6005",
  "#7a5200",
  "#6b4a00",
  "#4f3600",
];
export const moss: MantineColorsTuple = [
  "#eef5ee",
  "#dcebdc",
  "#bcd8bd",
  "#93bd97",
  "#669b6d",
  "#447d4e",
  "#366d42",
  "#2d6139",
  "#24532f",
  "#193c22",
];
export const slate: MantineColorsTuple = [
  "#eff4f8",
  "#dfe8f0",
  "#c0d1e0",
  "#98b2c9",
  "#6c8dac",
  "#4d7091",
  "#446383",
  "#3b5573",
  "#2f4d6b",
  "#21374f",
];
export const plum: MantineColorsTuple = [
  "#f5f0f7",
  "#eadff0",
  "#d5c1de",
  "#b99ac7",
  "#9970aa",
  "#7d538f",
  "#6d477e",
  "#5f3f6e",
  "#51345f",
  "#3b2546",
];

/** The neutrals of the dark scheme, from text (0) over borders (4) and raised surfaces (6) to the page (7). */
export const lamp: MantineColorsTuple = [
  "#e6e2d7",
  "#cfcbbf",
  "#acaa9d",
  "#9a9c92",
  "#7f8781",
  "#343c39",
  "#262c2a",
  "#161a19",
  "#111514",
  "#0c0f0e",
];
