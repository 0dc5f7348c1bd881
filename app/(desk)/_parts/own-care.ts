import { cookies } from "next/headers";
import { CARE_COOKIE, careIn, type CareSettings } from "#components/care/care-settings.ts";

/** What the browser of this request spares whoever sits before it. */
export async function ownCare(): Promise<CareSettings> {
  return careIn((await cookies()).get(CARE_COOKIE)?.value);
}
