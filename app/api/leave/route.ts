import { quickExitDoor } from "#lib/api/quick-exit.ts";

export async function POST(request: Request) {
  return quickExitDoor(request);
}
