/**
 * Signed notes, each a checkpoint over the whole log of seven, or what should be one: whether a key signed it. And changes
 * of keys, from the first key to the second: whether both signed.
 */
import { key1, key2, ORIGIN, thief, witness1, witness2 } from "./cases.ts";
import {
  changeText,
  checkpointText,
  keyOf,
  leafOf,
  lineOf,
  noteOf,
  signatureLine,
  signatureOf,
} from "./format.ts";
import { lines } from "./log-case.ts";

const text = checkpointText(
  ORIGIN,
  lines.map((line) => leafOf(line)),
);
const plain = noteOf(text, key1);
const own = signatureLine(text, key1);
const cosigned = noteOf(text, key1, witness1);
const unknown = (n: number) => lineOf(keyOf(`unknown.example/${n}`, n + 20), Buffer.alloc(64, n));
const turned = (bytes: Buffer) => Buffer.concat([Buffer.of((bytes[0] ?? 0) ^ 1), bytes.subarray(1)]);
const base64 = own.split(" ")[2] ?? "";
const sameNameOtherId = lineOf({ ...key1, id: Buffer.alloc(4) }, Buffer.alloc(64, 1));
const otherNameSameId = lineOf({ ...key1, name: "x.example" }, Buffer.alloc(64, 1));

const oneOf = (name: string, note: string, signed: boolean, key = key1) => ({
  name,
  note,
  key: key.vkey,
  signed,
});

export const notes = [
  oneOf("signed", plain, true),
  oneOf("signed, with lines of unknown keys", `${text}\n${unknown(1)}${own}${unknown(2)}`, true),
  oneOf("a line of the same name and another id is ignored", `${text}\n${sameNameOtherId}${own}`, true),
  oneOf("a line of another name and the same id is ignored", `${text}\n${otherNameSameId}${own}`, true),
  oneOf("signed twice by one key", `${text}\n${own}${own}`, true),
  oneOf(
    "signed, with a post-quantum signature of an unknown key",
    `${text}\n${own}${lineOf(keyOf("pq.example", 30), Buffer.alloc(2428, 7))}`,
    true,
  ),
  oneOf(
    "sixteen signatures",
    `${text}\n${Array.from({ length: 15 }, (_, n) => unknown(n)).join("")}${own}`,
    true,
  ),
  oneOf("signed by another key of the same name", noteOf(text, thief), false),
  oneOf("signed by this and another key of the same name", noteOf(text, thief, key1), true),
  oneOf("no line of the key", `${text}\n${unknown(1)}`, false),
  oneOf("another size", plain.replace("\n7\n", "\n8\n"), false),
  oneOf("another signature", `${text}\n${lineOf(key1, turned(signatureOf(text, key1)))}`, false),
  oneOf(
    "one good line and one bad one of the key",
    `${text}\n${own}${lineOf(key1, turned(signatureOf(text, key1)))}`,
    false,
  ),
  oneOf("a signature of 63 bytes", `${text}\n${lineOf(key1, signatureOf(text, key1).subarray(1))}`, false),
  oneOf(
    "a signature of 65 bytes",
    `${text}\n${lineOf(key1, Buffer.concat([signatureOf(text, key1), Buffer.of(0)]))}`,
    false,
  ),
  oneOf(
    "a signature over the text without its last line feed",
    `${text}\n${lineOf(key1, signatureOf(text.trimEnd(), key1))}`,
    false,
  ),
  oneOf(
    "a time in front of the signature, as of a witness",
    `${text}\n${lineOf(key1, Buffer.concat([Buffer.alloc(8), signatureOf(text, key1)]))}`,
    false,
  ),
  oneOf("no signature", `${text}\n`, false),
  oneOf("nothing", "", false),
  oneOf("only the text", text, false),
  oneOf("no empty line", `${text}${own}`, false),
  oneOf("no line feed at the end", plain.slice(0, -1), false),
  oneOf("an empty line at the end", `${plain}\n`, false),
  oneOf("carriage returns", plain.replaceAll("\n", "\r\n"), false),
  oneOf("a tab", plain.replace("\u2014 ", "\u2014\t"), false),
  oneOf("a hyphen for the dash", plain.replace("\u2014", "-"), false),
  oneOf("two spaces", plain.replace("\u2014 ", "\u2014  "), false),
  oneOf("no name", plain.replace(` ${ORIGIN} `, "  "), false),
  oneOf(
    "a plus sign in a name",
    `${text}\n${own}${lineOf({ ...key1, name: "a+b" }, Buffer.alloc(64, 1))}`,
    false,
  ),
  oneOf(
    "a no-break space in a name",
    `${text}\n${own}${lineOf({ ...key1, name: "a\u00a0b" }, Buffer.alloc(64, 1))}`,
    false,
  ),
  oneOf("base64 without its padding", plain.replace(base64, base64.replace(/=+/, "")), false),
  oneOf(
    "base64 of the other alphabet",
    plain.replace(base64, base64.replaceAll("+", "-").replaceAll("/", "_")),
    false,
  ),
  oneOf("a line of four bytes alone", `${text}\n${own}\u2014 a AAAAAA==\n`, false),
  oneOf("a line that is none", `${text}\n${own}signed\n`, false),
  oneOf(
    "101 signatures",
    `${text}\n${Array.from({ length: 100 }, (_, n) => unknown(n)).join("")}${own}`,
    false,
  ),
  oneOf(
    "more than 65,536 bytes",
    `${text}\n${own}${lineOf(keyOf("pq.example", 30), Buffer.alloc(49_200, 7))}`,
    false,
  ),
  oneOf("cosigned", cosigned, true, witness1),
  oneOf("cosigned by another", cosigned, false, witness2),
  oneOf("cosigned at 1970", `${text}\n${own}${signatureLine(text, witness1, 0)}`, true, witness1),
  oneOf(
    "a cosignature with another time",
    `${text}\n${own}${lineOf(witness1, Buffer.concat([Buffer.alloc(8, 1), signatureOf(`cosignature/v1\ntime 0\n${text}`, witness1)]))}`,
    false,
    witness1,
  ),
  oneOf(
    "a cosignature without a time",
    `${text}\n${own}${lineOf(witness1, signatureOf(text, witness1))}`,
    false,
    witness1,
  ),
  oneOf(
    "a cosignature over the text alone",
    `${text}\n${own}${lineOf(witness1, Buffer.concat([Buffer.alloc(8), signatureOf(text, witness1)]))}`,
    false,
    witness1,
  ),
];

const change = changeText(key1, key2, 4);
const stray = keyOf("elsewhere.example", 2);

export const keyChanges = [
  { name: "signed by both", note: noteOf(change, key1, key2), holds: true },
  { name: "signed by both, the new one first", note: noteOf(change, key2, key1), holds: true },
  { name: "signed by the old one alone", note: noteOf(change, key1), holds: false },
  { name: "signed by the new one alone", note: noteOf(change, key2), holds: false },
  { name: "signed by neither", note: noteOf(change, thief), holds: false },
  { name: "another size", note: noteOf(change, key1, key2).replace("\n4\n", "\n3\n"), holds: false },
  { name: "another first line", note: noteOf(change.replace("attest", "other"), key1, key2), holds: false },
  { name: "one line more", note: noteOf(`${change}more\n`, key1, key2), holds: false },
  { name: "one line less", note: noteOf(change.replace("4\n", ""), key1, key2), holds: false },
  {
    name: "an origin that is not the name of the keys",
    note: noteOf(change.replace(`${ORIGIN}\n`, `${ORIGIN}/2\n`), key1, key2),
    holds: false,
  },
  { name: "a new key of another name", note: noteOf(changeText(key1, stray, 4), key1, stray), holds: false },
  {
    name: "a vkey with the id of another",
    note: noteOf(change.replace(key2.id.toString("hex"), "00000000"), key1, key2),
    holds: false,
  },
];
