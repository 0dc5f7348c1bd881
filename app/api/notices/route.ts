import { readNoticesDoor } from "#lib/api/notices.ts";

export async function POST(request: Request) {
  return readNoticesDoor(request);
}
