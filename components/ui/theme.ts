import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from "@mantine/core";
import { brick, ink, lamp, moss, ochre, paper, plum, slate } from "./palettes.ts";

/*
 * The colours to use in CSS, in both schemes (app/tokens.css holds their values):
 *   surfaces   --paper page · --paper-rail side rail · --surface card, table, header · --surface-raised menu, dialog ·
 *              --surface-head head of a table
 *   text       --ink · --ink-quiet · --placeholder · --on-accent on --accent
 *   lines      --line between rows · --line-strong around boxes · --edge around controls (3:1)
 *   accent     --accent link, focus · --accent-strong · --accent-soft chosen · --accent-wash focused row, open field
 *   states     --alarm --caution --good as text or icon; -soft behind them
 *   overlays   --hover · --press · --shade for shadows
 *   pills      --pill-<tone> with --pill-<tone>-ink on it; better: <StatusPill>
 *   changes    --mark-added --mark-removed --mark-found (a search hit), each with its -ink
 *   charts     --chart-1 … --chart-6 in this order, --chart-grid; axes and labels in --ink-quiet
 *   maps       --map-land --map-water --map-border
 * A canvas that cannot read variables asks getComputedStyle and listens to useMantineColorScheme.
 */

const SANS = '"IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, "Segoe UI", "Noto Sans Arabic", sans-serif';
const MONO = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

const LINE = { borderColor: "var(--line)" };
const DROPDOWN = { background: "var(--surface-raised)", borderColor: "var(--line-strong)" };

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: readableOnFilled,
  colors: {
    ink,
    dark: lamp,
    gray: paper,
    red: brick,
    yellow: ochre,
    orange: ochre,
    green: moss,
    teal: ink,
    blue: slate,
    violet: plum,
  },
  white: "#fffefb",
  black: "#1d2423",
  autoContrast: false,
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  defaultRadius: "sm",
  radius: { xs: "0.1875rem", sm: "0.25rem", md: "0.375rem", lg: "0.5rem", xl: "0.75rem" },
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.55", lg: "1.55", xl: "1.5" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2.25rem" },
  headings: {
    fontFamily: SANS,
    fontWeight: "600",
    textWrap: "pretty",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.4" },
      h3: { fontSize: "1rem", lineHeight: "1.45" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.5" },
      h5: { fontSize: "0.875rem", lineHeight: "1.5" },
      h6: { fontSize: "0.875rem", lineHeight: "1.5" },
    },
  },
  shadows: {
    xs: "0 1px 1px rgb(29 36 35 / 6%)",
    sm: "0 1px 2px rgb(29 36 35 / 8%)",
    md: "0 2px 8px rgb(29 36 35 / 10%)",
    lg: "0 6px 20px rgb(29 36 35 / 12%)",
    xl: "0 12px 36px rgb(29 36 35 / 16%)",
  },
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "description", "error", "input"] } },
    Modal: {
      // The head of a dialog is no banner of the page, whatever its tag says.
      defaultProps: {
        centered: true,
        radius: "md",
        overlayProps: { backgroundOpacity: 0.35 },
        attributes: { header: { role: "none" } },
      },
      styles: {
        content: { background: "var(--surface-raised)" },
        header: { background: "var(--surface-raised)" },
        title: { fontWeight: 600, fontSize: "var(--mantine-font-size-lg)" },
      },
    },
    Drawer: { defaultProps: { attributes: { header: { role: "none" } } } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 320,
        openDelay: 250,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Menu: { defaultProps: { shadow: "lg", radius: "md" }, styles: { dropdown: DROPDOWN, divider: LINE } },
    Popover: {
      // A page that is scrolled while a list is open does not take away what is just being chosen from.
      defaultProps: { shadow: "lg", radius: "md", hideDetached: false },
      styles: { dropdown: DROPDOWN },
    },
    Combobox: { styles: { dropdown: DROPDOWN } },
    Checkbox: { defaultProps: { iconColor: "var(--on-accent)" } },
    Radio: { defaultProps: { iconColor: "var(--on-accent)" } },
    Select: { defaultProps: { checkIconPosition: "right" }, styles: { dropdown: DROPDOWN } },
    MultiSelect: { styles: { dropdown: DROPDOWN } },
    Alert: {
      styles: { root: { border: "1px solid color-mix(in srgb, var(--alert-color) 35%, transparent)" } },
    },
    Anchor: { defaultProps: { underline: "always" } },
  },
});

/** Filled buttons are dark on light paper and light on dark: their label turns with them. */
function readableOnFilled(input: Parameters<VariantColorsResolver>[0]): ReturnType<VariantColorsResolver> {
  const colours = defaultVariantColorsResolver(input);
  return input.variant === "filled" ? { ...colours, color: "var(--on-accent)" } : colours;
}

/** What the component library names for itself, said with our own colours. */
const SHARED = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-quiet)",
  "--mantine-color-placeholder": "var(--placeholder)",
  "--mantine-color-error": "var(--alarm)",
  "--mantine-color-success": "var(--good)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--surface-head)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--edge)",
  "--mantine-color-red-light": "var(--alarm-soft)",
  "--mantine-color-red-light-color": "var(--alarm-strong)",
  "--mantine-color-yellow-light": "var(--caution-soft)",
  "--mantine-color-yellow-light-color": "var(--caution)",
  "--mantine-color-green-light": "var(--good-soft)",
  "--mantine-color-green-light-color": "var(--good)",
  "--mantine-color-ink-light": "var(--accent-wash)",
  "--mantine-color-ink-light-color": "var(--accent-strong)",
  "--mantine-color-blue-light": "var(--banner-info)",
  "--mantine-color-blue-light-color": "var(--banner-info-ink)",
};

/** Text on a tint, filled and outlined controls of each hue: on dark the light end of the palette carries the colour. */
const DARK_HUES = Object.fromEntries(
  ["ink", "teal", "gray", "red", "yellow", "orange", "green", "blue", "violet"].flatMap((hue) => {
    const name = `--mantine-color-${hue}`;
    return [
      [`${name}-text`, `var(${name}-3)`],
      [`${name}-filled`, `var(${name}-3)`],
      [`${name}-filled-hover`, `var(${name}-2)`],
      [`${name}-light`, `color-mix(in srgb, var(${name}-4) 18%, var(--surface))`],
      [`${name}-light-hover`, `color-mix(in srgb, var(${name}-4) 28%, var(--surface))`],
      [`${name}-light-color`, `var(${name}-2)`],
      [`${name}-outline`, `var(${name}-3)`],
      [`${name}-outline-hover`, `color-mix(in srgb, var(${name}-3) 12%, transparent)`],
    ];
  }),
);

/** The variables of the component library that a palette alone does not reach. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: SHARED,
  dark: { ...DARK_HUES, ...SHARED },
});
