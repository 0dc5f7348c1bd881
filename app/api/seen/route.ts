import { seenDoor } from "#lib/api/notices.ts";

export async function POST(request: Request) {
  return seenDoor(request);
}
