import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

// Paper and ink: warm neutrals, one deep accent. Every text colour keeps 4.5:1 on the paper it stands on, every
// control's edge 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
const paper: MantineColorsTuple = [
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
const ink: MantineColorsTuple = [
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
const brick: MantineColorsTuple = [
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
const ochre: MantineColorsTuple = [
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
const moss: MantineColorsTuple = [
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
const slate: MantineColorsTuple = [
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
const plum: MantineColorsTuple = [
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

const SANS = '"IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, "Segoe UI", "Noto Sans Arabic", sans-serif';
const MONO = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 4 },
  colors: {
    ink,
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
        content: { background: "var(--surface)" },
        header: { background: "var(--surface)" },
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
    Menu: { defaultProps: { shadow: "lg", radius: "md" } },
    Popover: { defaultProps: { shadow: "lg", radius: "md" } },
    Select: { defaultProps: { checkIconPosition: "right" } },
    Alert: {
      styles: { root: { border: "1px solid color-mix(in srgb, var(--alert-color) 35%, transparent)" } },
    },
    Anchor: { defaultProps: { underline: "always" } },
  },
});

/** The few variables of the component library that a palette alone does not reach. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f6f4ee",
    "--mantine-color-text": "#1d2423",
    "--mantine-color-dimmed": "#5a5f58",
    "--mantine-color-placeholder": "#6b6f67",
    "--mantine-color-error": "#9a2f22",
    "--mantine-color-anchor": "#155052",
    "--mantine-color-default": "#fffefb",
    "--mantine-color-default-hover": "#f6f4ee",
    "--mantine-color-default-border": "#8b8575",
    "--mantine-color-red-light": "#fbeeec",
    "--mantine-color-red-light-color": "#8a281d",
    "--mantine-color-yellow-light": "#fcf5e3",
    "--mantine-color-yellow-light-color": "#6b4a00",
    "--mantine-color-green-light": "#eef5ee",
    "--mantine-color-green-light-color": "#24532f",
    "--mantine-color-blue-light": "#eff4f8",
    "--mantine-color-blue-light-color": "#2f4d6b",
    "--mantine-color-ink-light": "#edf4f3",
    "--mantine-color-ink-light-color": "#0f4446",
  },
  dark: {},
});
