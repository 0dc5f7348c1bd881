/** A QR code as a drawing. */
import { encode } from "uqr";

/** @returns how many squares wide it is, and the dark ones as the path of a drawing, one unit each */
export function qrPicture(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join("") };
}
