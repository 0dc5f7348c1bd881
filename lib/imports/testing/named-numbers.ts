/**
 * The numbers that the description of the coastal-2025 record names, by the number of the contradiction, as the figures of each
 * set state them; in words where it gives none.
 */
export const NAMED_NUMBERS: Readonly<Record<number, readonly (readonly (number | string)[])[]>> = {
  1: [[1659, 1614, 1383, 1557]],
  2: [
    [745, 303, 143, 132, 1225],
    [1225, 1383, 1476, 1500, 1557],
  ],
  3: [
    [639, 231, 213, 1084],
    [420, 172, 211, 803],
  ],
  4: [[164, 26, 121, 121, 147, 211]],
  5: [
    [745, 164],
    [1557, 639, 231],
  ],
  6: [[1479, 40, 1659, 1084, 1000]],
  7: [[1700, 1700, 125, 162]],
  8: [[38, 40, 157]],
  9: [[52, 52]],
  10: [
    [69, 13, 5],
    [69, 38, 24, 7],
  ],
  11: [
    [5, 162],
    [38, 24, 22, 7, 7, 2],
    [2, 60],
  ],
  12: [[150, 162]],
  13: [[22, 6, 23]],
  14: [
    [60, 62],
    [24, 22],
  ],
  15: [[50, 133, 18, 26]],
  16: [[60, 200, 34]],
  17: [[10_000, 6000, 6000, 6000]],
  18: [["dozens", "hundreds", "dozens"]],
  19: [[22_000, 3000, 80]],
  20: [["number garbled in the seed text", 17]],
  21: [[829, "hundreds"]],
  23: [[7, 30]],
  24: [[6, 7]],
  36: [[14, 7, 7]],
  39: [[1, 1]],
};
