/** How much this browser spares whoever sits before it. Kept by the browser, since it is about a screen and a room. */

/** Which accounts are covered until they are asked for. */
export const COVERS = ["grave", "all", "nothing"] as const;

/** After how many minutes without input the page is covered. */
export const IDLE_MINUTES = [1, 2, 5, 10] as const;

export interface CareSettings {
  readonly covers: (typeof COVERS)[number];
  /** Null: never. */
  readonly idleMinutes: (typeof IDLE_MINUTES)[number] | null;
  /** A break is suggested after many covered accounts. */
  readonly breaks: boolean;
}

export const DEFAULT_CARE: CareSettings = { covers: "grave", idleMinutes: 5, breaks: true };

const NEVER = "never";

/** A cookie, so that the server covers what it sends from the first line on. */
export const CARE_COOKIE = "attest-care";

/** The settings in a cookie; what is missing there, or unknown, is as usual. */
export function careIn(cookie: string | undefined): CareSettings {
  const kept = new URLSearchParams(cookie ?? "");
  return {
    covers: COVERS.find((one) => one === kept.get("covers")) ?? DEFAULT_CARE.covers,
    idleMinutes: minutesIn(kept.get("idle")),
    breaks: kept.get("breaks") !== NEVER,
  };
}

/** The minutes that a text names, as in a cookie or a list of choices. */
export const minutesIn = (text: string | null): CareSettings["idleMinutes"] =>
  text === NEVER ? null : (IDLE_MINUTES.find((one) => String(one) === text) ?? DEFAULT_CARE.idleMinutes);

/** The other way round. */
export const minutesText = (minutes: CareSettings["idleMinutes"]): string =>
  minutes === null ? NEVER : String(minutes);

/** The value of the cookie that keeps these settings. */
export function careText({ covers, idleMinutes, breaks }: CareSettings): string {
  const idle = minutesText(idleMinutes);
  return new URLSearchParams({ covers, idle, breaks: breaks ? "suggest" : NEVER }).toString();
}

/** Whether an account is covered until somebody asks for it. @param isGrave it is kept apart for what it tells of */
export const isCovered = ({ covers }: CareSettings, isGrave: boolean): boolean =>
  covers === "all" || (covers === "grave" && isGrave);
