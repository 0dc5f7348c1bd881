import { createSecretKey, randomBytes } from "node:crypto";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  type ByteRange,
  CHUNK_BYTES,
  DamagedFile,
  type Opening,
  openSealed,
  plainSizeOf,
  sealing,
  sizeOfSealed,
} from "./sealed-file.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-sealed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = createSecretKey(randomBytes(32));
const context = "file:k_one/abc";
const HEADER = 16;
const SEALED = CHUNK_BYTES + 16;
/** Around the edges of chunks, where a mistake would be. */
const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_000] as const;
let count = 0;

async function sealed(plain: Buffer, by: Partial<Opening> = {}, pieces = 10_000): Promise<Opening> {
  const opening = { path: join(folder, String((count += 1))), key, context, ...by };
  const parts: Buffer[] = [];
  for (let at = 0; at < plain.length; at += pieces) parts.push(plain.subarray(at, at + pieces));
  await pipeline(
    Readable.from(parts),
    sealing(opening.key, opening.context),
    createWriteStream(opening.path),
  );
  return opening;
}

/** What came out before the end or a break, and whether it broke. */
async function opened(opening: Opening, range?: ByteRange) {
  const parts: Buffer[] = [];
  try {
    for await (const part of openSealed(opening, range)) parts.push(part as Buffer);
    return { bytes: Buffer.concat(parts), error: null };
  } catch (error) {
    return { bytes: Buffer.concat(parts), error };
  }
}

describe("a sealed file", () => {
  it.each(SIZES)(
    "of %i bytes opens as it was, knows its size, and shows nothing of what it holds",
    async (size) => {
      const plain = Buffer.from("canary canary ".repeat(size / 14 + 1)).subarray(0, size);
      const opening = await sealed(plain);
      const { bytes, error } = await opened(opening);
      expect([error, bytes.equals(plain)]).toEqual([null, true]);
      expect(await sizeOfSealed(opening)).toBe(size);
      expect(plainSizeOf(statSync(opening.path).size).sizeBytes).toBe(size);
      expect(readFileSync(opening.path).includes("canary")).toBe(false);
    },
  );

  it("opens in any part as a part of the whole, however it was written", async () => {
    const at = fc.oneof(
      fc.nat(140_000),
      fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 139_999, 140_000),
    );
    const plain = randomBytes(140_000);
    await fc.assert(
      fc.asyncProperty(at, at, fc.integer({ min: 500, max: 140_000 }), async (start, end, pieces) => {
        const { bytes, error } = await opened(await sealed(plain, {}, pieces), { start, end });
        expect(error).toBeNull();
        expect(bytes.equals(plain.subarray(start, Math.max(start, end)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is refused with no wrong byte when any one bit of it is another", async () => {
    const plain = randomBytes(131_100);
    const opening = await sealed(plain);
    const whole = readFileSync(opening.path);
    const edges = [0, 7, 8, 9, 15, 16, HEADER + SEALED - 1, HEADER + SEALED, whole.length - 1] as const;
    const at = fc.oneof(fc.nat(whole.length - 1), fc.constantFrom(...edges));
    await fc.assert(
      fc.asyncProperty(at, fc.nat(7), async (place, bit) => {
        const bytes = Buffer.from(whole);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        expectRefused(plain, await opened(changed(opening, bytes)));
      }),
      { numRuns: 150 },
    );
  });

  it("is refused when it was cut off anywhere, also where a chunk ends, before a byte leaves", async () => {
    const plain = randomBytes(131_100);
    const opening = await sealed(plain);
    const whole = readFileSync(opening.path);
    const edges = [0, 15, 16, 32, HEADER + SEALED, HEADER + 2 * SEALED, whole.length - 1] as const;
    const at = fc.oneof(fc.nat(whole.length - 1), fc.constantFrom(...edges));
    await fc.assert(
      fc.asyncProperty(at, async (length) => {
        const cut = changed(opening, whole.subarray(0, length));
        const { bytes, error } = await opened(cut);
        expect([bytes.length, error instanceof DamagedFile]).toEqual([0, true]);
        await expect(sizeOfSealed(cut)).rejects.toThrow(DamagedFile);
      }),
      { numRuns: 60 },
    );
  });

  it("is refused when a chunk was left out, doubled, moved, added or is of another file", async () => {
    const plain = randomBytes(4 * CHUNK_BYTES);
    const opening = await sealed(plain);
    const whole = readFileSync(opening.path);
    const other = readFileSync((await sealed(plain)).path);
    const [header, one, two, three, four] = [
      whole.subarray(0, HEADER),
      ...[0, 1, 2, 3].map((at) => chunkOf(whole, at)),
    ];
    const damages = {
      "one left out": [header, one, three, four],
      "the last left out": [header, one, two, three],
      "one doubled": [header, one, two, two, three, four],
      "one over another": [header, one, two, two, four],
      "two in each other's place": [header, one, three, two, four],
      "the last in the place of one": [header, one, two, four, four],
      "more at the end": [whole, four],
      "one of another file": [header, one, chunkOf(other, 1), three, four],
      "the header of another file": [other.subarray(0, HEADER), one, two, three, four],
      "nothing but a header": [header],
      "nothing at all": [],
    };
    for (const [damage, parts] of Object.entries(damages)) {
      const bytes = Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0)));
      expectRefused(plain, await opened(changed(opening, bytes)), damage);
    }
  });

  it("opens for its own place, and under its own key, alone", async () => {
    const plain = randomBytes(70_000);
    const opening = await sealed(plain);
    for (const other of [
      { context: "file:k_two/abc" },
      { context: "" },
      { key: createSecretKey(randomBytes(32)) },
    ]) {
      const { bytes, error } = await opened({ ...opening, ...other });
      expect([bytes.length, error instanceof DamagedFile]).toEqual([0, true]);
    }
  });

  it("is closed when nobody reads on", async () => {
    const stream = openSealed(await sealed(randomBytes(200_000)));
    for await (const part of stream) {
      expect((part as Buffer).length).toBe(CHUNK_BYTES);
      break;
    }
    expect(stream.destroyed).toBe(true);
  });
});

const chunkOf = (whole: Buffer, at: number) =>
  whole.subarray(HEADER + at * SEALED, HEADER + (at + 1) * SEALED);

/** The same file with other bytes. */
function changed(opening: Opening, bytes: Buffer): Opening {
  const path = join(folder, `changed-${(count += 1)}`);
  writeFileSync(path, bytes);
  return { ...opening, path };
}

/** Broken off, with nothing handed out but whole chunks of what was sealed. */
function expectRefused(plain: Buffer, { bytes, error }: { bytes: Buffer; error: unknown }, damage?: string) {
  expect(error, damage).toBeInstanceOf(DamagedFile);
  expect(bytes.length % CHUNK_BYTES, damage).toBe(0);
  expect(bytes.length, damage).toBeLessThan(plain.length);
  expect(bytes.equals(plain.subarray(0, bytes.length)), damage).toBe(true);
}
