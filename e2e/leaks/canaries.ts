/**
 * Words that nobody else uses, in Latin and in Arabic letters, each with a number: wherever one turns up after the run, what
 * was typed into a field has leaked to there. They come in every form in which a text may be kept: composed and decomposed,
 * with marks of direction in and around them, in small letters and capitals.
 */
const LATIN = "Zqk\u00e1nar\u00fd"; // á and ý come apart in NFD
const ARABIC = "\u0642\u0646\u0622\u0631\u0626\u0632\u0638"; // آ and ئ come apart in NFD
const DIGITS = 4;

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{Cf}\u0640]/gu, "")
    .toLowerCase();

const STEMS = [LATIN, ARABIC];
const NUMBERED = new RegExp(`(?:${STEMS.map(folded).join("|")})(\\d{${DIGITS}})?`, "g");
const UNNUMBERED = "????";

const numbered = (number: number): string => String(number).padStart(DIGITS, "0");

/** The canary of a number, as somebody types it who writes both scripts in one line. */
export const canary = (number: number): string => {
  const id = numbered(number);
  const [latin, arabic] =
    number % 2 === 0 ? [LATIN, ARABIC] : [LATIN.normalize("NFD"), ARABIC.normalize("NFD")];
  return `${latin}${id} \u200f${arabic}${id}\u200f`;
};

/** The canary of a number where only plain Latin letters are taken. */
export const plainCanary = (number: number): string => `${folded(LATIN)}${numbered(number)}`;

/** The numbers of the canaries in some bytes, in whatever way they are written. */
export function canariesIn(bytes: Buffer): string[] {
  const found = new Set<string>();
  for (const [, number = UNNUMBERED] of folded(unwrapped(bytes.toString("utf8"))).matchAll(NUMBERED))
    found.add(number);
  if (NEEDLES.some((needle) => bytes.includes(needle))) found.add(UNNUMBERED);
  return [...found].toSorted();
}

/** Escapes of JSON and JavaScript, of addresses and of HTML are undone, two deep. */
function unwrapped(text: string): string {
  const once = (given: string) =>
    given
      .replaceAll(/\\+u\{([\da-f]{1,6})\}/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
      .replaceAll(/\\+u([\da-f]{4})/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
      .replaceAll(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"))
      .replaceAll(/&#x([\da-f]{1,6});/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
      .replaceAll(/&#(\d{1,7});/g, (_, code: string) => letter(Number(code)));
  return once(once(text));
}

const letter = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : "");

/** What is no text: UTF-16 in either order, and base64 of UTF-8 and UTF-16 wherever in a run of bytes it begins. */
const NEEDLES: readonly Buffer[] = [...STEMS, folded(LATIN)]
  .flatMap((stem) => [stem.normalize("NFC"), stem.normalize("NFD")])
  .flatMap((stem) => {
    const little = Buffer.from(stem, "utf16le");
    const big = Buffer.from(little).swap16();
    return [little, big, ...[Buffer.from(stem), little].flatMap(inBase64)];
  });

function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replaceAll("=", "");
    // The first and the last letters also hold bits of what stands beside it.
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")].map((one) => Buffer.from(one));
  });
}
