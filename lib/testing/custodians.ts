/** Custodians of the keys that tests lay onto a disk. */
import { type Custodians, newCustodians } from "#lib/platform/recovery-slot.ts";
import { textOfShare } from "#lib/platform/share-text.ts";
import { layTestKeys } from "./test-keys.ts";

let made: Promise<{ custodians: Custodians; sheets: string[] }> | null = null;

/** Lays keys with three custodians into a data folder, any two of whom recover. @returns their sheets, each time the same */
export async function layCustodians(dataFolder: string): Promise<string[]> {
  made ??= newCustodians({ shares: 3, needed: 2 }, Date.UTC(2020, 0, 1)).then(({ custodians, shares }) => ({
    custodians,
    sheets: shares.map(textOfShare),
  }));
  const { custodians, sheets } = await made;
  layTestKeys(dataFolder, undefined, custodians);
  return sheets;
}
