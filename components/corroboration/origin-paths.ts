/** Where in a case the pages lie of what a statement can be cut from. */
export const ORIGIN_PATHS = { testimony: "testimonies", media: "media", figure: "figures" } as const;
