/** How much this browser spares whoever sits before it. Kept by the browser, since it is about a screen and a room. */

/** Which accounts are covered until they are asked for. */
export const COVERS = ["grave", "all", "nothing"] as const;

export interface CareSettings {
  readonly covers: (typeof COVERS)[number];
}

export const DEFAULT_CARE: CareSettings = { covers: "grave" };

/** A cookie, so that the server covers what it sends from the first line on. */
export const CARE_COOKIE = "attest-care";

/** The settings in a cookie; what is missing there, or unknown, is as usual. */
export function careIn(cookie: string | undefined): CareSettings {
  const kept = new URLSearchParams(cookie ?? "");
  return { covers: COVERS.find((one) => one === kept.get("covers")) ?? DEFAULT_CARE.covers };
}

/** The value of the cookie that keeps these settings. */
export const careText = ({ covers }: CareSettings): string => new URLSearchParams({ covers }).toString();

/** Whether an account is covered until somebody asks for it. @param isGrave it is kept apart for what it tells of */
export const isCovered = ({ covers }: CareSettings, isGrave: boolean): boolean =>
  covers === "all" || (covers === "grave" && isGrave);
