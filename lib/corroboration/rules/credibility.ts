import { CONFIRMED_PLAUSIBILITY, type Plausibility } from "../vocabulary.ts";
import type { Ceiling } from "./ceiling.ts";

/** "Confirmed by other sources" begins with the level called corroborated. */
const CONFIRMED_LEVEL_MIN = 4;

/**
 * The credibility that is shown of an item. 1, "confirmed by other sources" (Admiralty code), is never given by a person:
 * it follows when the item is one of those that made its facet corroborated, and goes when they no longer do.
 */
export function credibilityShown(
  given: Plausibility,
  itemId: string,
  ceiling: Pick<Ceiling, "level" | "witnessSet">,
): Plausibility | typeof CONFIRMED_PLAUSIBILITY {
  const isConfirmed = ceiling.level >= CONFIRMED_LEVEL_MIN && ceiling.witnessSet.includes(itemId);
  return isConfirmed ? CONFIRMED_PLAUSIBILITY : given;
}
