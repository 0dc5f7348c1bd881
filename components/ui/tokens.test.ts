import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");

/** The colours that one rule of the file sets, by name. */
function coloursOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const SCHEMES = {
  light: coloursOf(":root"),
  dark: coloursOf(':root[data-mantine-color-scheme="dark"]'),
};

/** Relative luminance (WCAG 2.2, definition). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const PILLS = ["neutral", "info", "progress", "good", "caution", "bad", "sealed"];
const TEXT: [string, string[]][] = [
  ["ink", ["paper", "paper-rail", "surface", "surface-raised", "surface-head", "accent-soft", "accent-wash"]],
  ["ink-quiet", ["paper", "paper-rail", "surface", "surface-raised", "surface-head", "accent-wash"]],
  ["placeholder", ["surface", "surface-raised"]],
  ["accent", ["paper", "paper-rail", "surface", "surface-raised", "surface-head", "accent-wash"]],
  ["accent-strong", ["surface", "surface-head", "accent-soft", "accent-wash"]],
  ["on-accent", ["accent"]],
  ["alarm", ["paper", "surface", "surface-raised", "alarm-soft"]],
  ["alarm-strong", ["alarm-soft"]],
  ["caution", ["surface", "caution-soft"]],
  ["good", ["surface", "good-soft"]],
  ...PILLS.map((tone): [string, string[]] => [`pill-${tone}-ink`, [`pill-${tone}`]]),
  ["banner-caution-ink", ["banner-caution"]],
  ["banner-training-ink", ["banner-training", "banner-training-stripe"]],
  ["banner-info-ink", ["banner-info"]],
  ...["added", "removed", "found"].map((mark): [string, string[]] => [`mark-${mark}-ink`, [`mark-${mark}`]]),
];
const SHAPES: [string, string[]][] = [
  ["edge", ["paper", "surface", "surface-raised"]],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string[]] => [`chart-${n}`, ["paper", "surface"]]),
];

const pairs = Object.entries(SCHEMES).flatMap(([scheme, colours]) =>
  [
    ...TEXT.flatMap(([ink, grounds]) => grounds.map((ground) => ({ ink, ground, least: 4.5 }))),
    ...SHAPES.flatMap(([ink, grounds]) => grounds.map((ground) => ({ ink, ground, least: 3 }))),
  ].map((pair) => ({ scheme, colours, ...pair })),
);

it("names the same colours in both schemes", () => {
  expect([...SCHEMES.dark.keys()]).toEqual([...SCHEMES.light.keys()]);
});

it.each(pairs)("reads $ink on $ground in the $scheme scheme", ({ colours, ink, ground, least }) => {
  expect(contrast(colours.get(ink) ?? "", colours.get(ground) ?? "")).toBeGreaterThanOrEqual(least);
});
