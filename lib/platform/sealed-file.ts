/**
 * Files that are sealed as they stream in and opened as they stream out, AES-256-GCM by chunks in the STREAM construction
 * (Hoang, Reyhanitabar, Rogaway and Vizár 2015): each chunk is bound to its place and to whether it is the last, so that none
 * can be cut off, left out, doubled or moved, and a part can be opened without what lies before it.
 *
 *   header   magic (7 bytes), version (1), binary logarithm of the chunk (1), prefix of the nonces (7)
 *   chunks   65,536 bytes each, the last with 0 to 65,536, each followed by its tag (16)
 *   nonce    prefix (7), number of the chunk (4, big-endian), 1 for the last chunk and else 0 (1)
 *   bound    header, then the context in UTF-8
 */
import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { randomOf } from "./random.ts";

/** The file is not what was sealed under this key for this place: cut, changed, moved or of another. No byte of it left. */
export class DamagedFile extends Error {
  constructor() {
    super("This file is not what was sealed here.");
  }
}

/** The bytes from `start` to before `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What a file is opened by: its key, and what it was bound to when it was sealed. */
export interface Opening {
  path: string;
  key: KeyObject;
  context: string;
}

const CHUNK_LOG2 = 16;
export const CHUNK_BYTES = 2 ** CHUNK_LOG2;
const TAG_BYTES = 16;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const MAGIC = Buffer.from("\u0089ATSEAL\u0001", "latin1");
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + 1 + PREFIX_BYTES;
const CHUNKS_MAX = 2 ** 32;

const aeadOf = (header: Buffer, context: string) => Buffer.concat([header, Buffer.from(context, "utf8")]);

function nonceOf(header: Buffer, chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, HEADER_BYTES - PREFIX_BYTES);
  nonce.writeUInt32BE(chunk, PREFIX_BYTES);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Whether bytes begin as a sealed file does. */
export const looksSealed = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, MAGIC.length)).equals(MAGIC);

/** Seals what passes. @param context what it is opened by again; a file that is moved elsewhere does not open */
export function sealing(key: KeyObject, context: string): Transform {
  const header = Buffer.concat([MAGIC, Buffer.from([CHUNK_LOG2]), randomOf(PREFIX_BYTES)]);
  const bound = aeadOf(header, context);
  let held: Buffer[] = [];
  let heldBytes = 0;
  let chunk = 0;
  const sealed = (plain: Buffer, isLast: boolean): Buffer => {
    if (chunk >= CHUNKS_MAX) throw new Error("This is more than one file can hold.");
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(header, chunk, isLast)).setAAD(bound);
    chunk += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  return new Transform({
    construct(done) {
      this.push(header);
      done();
    },
    transform(bytes: Uint8Array, _encoding, done) {
      held.push(Buffer.from(bytes));
      heldBytes += bytes.byteLength;
      // A full chunk is held back until more comes: it may be the last, which is sealed as such.
      if (heldBytes > CHUNK_BYTES) {
        const whole = Buffer.concat(held);
        let at = 0;
        for (; whole.length - at > CHUNK_BYTES; at += CHUNK_BYTES)
          this.push(sealed(whole.subarray(at, at + CHUNK_BYTES), false));
        held = [whole.subarray(at)];
        heldBytes = whole.length - at;
      }
      done();
    },
    flush(done) {
      this.push(sealed(Buffer.concat(held), true));
      done();
    },
  });
}

/** How many bytes a sealed file of this size holds, in how many chunks. @throws DamagedFile when none has this size */
export function plainSizeOf(sealedBytes: number): { sizeBytes: number; chunks: number } {
  const rest = sealedBytes - HEADER_BYTES;
  const chunks = Math.ceil(rest / SEALED_CHUNK_BYTES);
  const last = rest - (chunks - 1) * SEALED_CHUNK_BYTES;
  // Only a file of nothing ends in a chunk of nothing.
  if (chunks < 1 || chunks > CHUNKS_MAX || last < TAG_BYTES || (chunks > 1 && last === TAG_BYTES))
    throw new DamagedFile();
  return { sizeBytes: rest - chunks * TAG_BYTES, chunks };
}

/** A sealed file that lies open; what it says of its size is proven by its last chunk. */
class Opened {
  readonly sizeBytes: number;
  readonly #chunks: number;
  readonly #file: FileHandle;
  readonly #header: Buffer;
  readonly #bound: Buffer;
  readonly #key: KeyObject;

  private constructor(file: FileHandle, header: Buffer, sealedBytes: number, { key, context }: Opening) {
    ({ sizeBytes: this.sizeBytes, chunks: this.#chunks } = plainSizeOf(sealedBytes));
    this.#file = file;
    this.#header = header;
    this.#bound = aeadOf(header, context);
    this.#key = key;
  }

  /** @throws DamagedFile when header, size, first or last chunk are not what they should be */
  static async of(opening: Opening): Promise<Opened> {
    const file = await open(opening.path, "r");
    try {
      const header = await exactly(file, HEADER_BYTES, 0);
      if (!looksSealed(header) || header[MAGIC.length] !== CHUNK_LOG2) throw new DamagedFile();
      const opened = new Opened(file, header, (await file.stat()).size, opening);
      await opened.chunk(opened.#chunks - 1);
      await opened.chunk(0);
      return opened;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** @throws DamagedFile */
  async chunk(number: number): Promise<Buffer> {
    const isLast = number === this.#chunks - 1;
    const length = isLast ? this.sizeBytes - number * CHUNK_BYTES : CHUNK_BYTES;
    const bytes = await exactly(this.#file, length + TAG_BYTES, HEADER_BYTES + number * SEALED_CHUNK_BYTES);
    const nonce = nonceOf(this.#header, number, isLast);
    const decipher = createDecipheriv("aes-256-gcm", this.#key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(this.#bound)
      .setAuthTag(bytes.subarray(length));
    const plain = decipher.update(bytes.subarray(0, length));
    try {
      decipher.final();
    } catch {
      throw new DamagedFile();
    }
    return plain;
  }

  close = () => this.#file.close();
}

async function exactly(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) throw new DamagedFile();
    at += bytesRead;
  }
  return bytes;
}

/**
 * How many bytes a sealed file holds. Looks at its beginning and its end: most of what can befall a file is found here,
 * before anything is promised to anybody.
 * @throws DamagedFile; errors of the file system as they are
 */
export async function sizeOfSealed(opening: Opening): Promise<number> {
  const opened = await Opened.of(opening);
  await opened.close();
  return opened.sizeBytes;
}

/**
 * The bytes that were sealed, each only after its chunk was found whole; the stream breaks with DamagedFile before the first
 * wrong one.
 * @param range of it, what lies beyond the end left out; all of it unless given
 */
export function openSealed(opening: Opening, range: ByteRange = { start: 0, end: Infinity }): Readable {
  let opened: Opened | undefined;
  let at = Math.max(0, range.start);
  let end = range.end;
  const next = async (file: Opened): Promise<Buffer | null> => {
    if (at >= end) return null;
    const first = Math.floor(at / CHUNK_BYTES);
    const from = first * CHUNK_BYTES;
    const part = (await file.chunk(first)).subarray(at - from, end - from);
    at += part.length;
    return part;
  };
  return new Readable({
    highWaterMark: CHUNK_BYTES,
    construct(ready) {
      Opened.of(opening).then((file) => {
        opened = file;
        end = Math.min(end, file.sizeBytes);
        ready();
      }, ready);
    },
    read() {
      if (!opened) return;
      next(opened).then(
        (part) => this.push(part),
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, gone) {
      if (!opened) return gone(error);
      opened.close().then(() => gone(error), gone);
    },
  });
}
