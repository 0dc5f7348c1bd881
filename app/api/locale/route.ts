import { localeDoor } from "#lib/api/locale.ts";

/** Keeps the interface language. */
export async function POST(request: Request) {
  return localeDoor(request);
}
