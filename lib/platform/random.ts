/** Random bytes for keys, nonces and codes. The system's source is asked for many at once: asking costs more than what it gives. */
import { randomFillSync } from "node:crypto";

const POOL_BYTES = 4_096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Fresh random bytes; none of them is kept or handed out again. @param length at most `POOL_BYTES` */
export function randomOf(length: number): Buffer {
  if (used + length > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const taken = pool.subarray(used, used + length);
  used += length;
  const bytes = Buffer.from(taken);
  taken.fill(0);
  return bytes;
}
