import { join } from "node:path";

/** A font family as its package brings it: the folders below node_modules that hold its two weights. */
export interface FontFamily {
  readonly family: string;
  readonly files: readonly { readonly folder: string; readonly file: string }[];
}

function expoFamily(family: string, name: string, strong: string): FontFamily {
  const plainName = family.replaceAll(" ", "");
  return {
    family,
    files: ["400Regular", strong].map((weight) => ({
      folder: join("node_modules/@expo-google-fonts", name, weight),
      file: `${plainName}_${weight}.ttf`,
    })),
  };
}

export const LATIN_FONT = expoFamily("IBM Plex Sans", "ibm-plex-sans", "600SemiBold");

/** Arabic families that were compared for their looks and for how well their text can be copied and searched. */
export const ARABIC_CANDIDATES: readonly FontFamily[] = [
  expoFamily("IBM Plex Sans Arabic", "ibm-plex-sans-arabic", "600SemiBold"),
  expoFamily("Vazirmatn", "vazirmatn", "600SemiBold"),
  expoFamily("Amiri", "amiri", "700Bold"),
];

/** The family in use; `pdf-text.test.ts` holds that no candidate's text comes back better by more than half a point. */
export const ARABIC_FONT: FontFamily = ARABIC_CANDIDATES[0] ?? LATIN_FONT;

/** The files of a family below the project's root. */
export function fontPaths(root: string, { files }: FontFamily): string[] {
  return files.map(({ folder, file }) => join(root, folder, file));
}

/** The folders the compiler looks for fonts in. */
export function fontFolders(root: string, families: readonly FontFamily[]): string[] {
  return families.flatMap(({ files }) => files.map(({ folder }) => join(root, folder)));
}
