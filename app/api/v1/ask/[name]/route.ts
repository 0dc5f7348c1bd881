import { queryDoor } from "#lib/api/door.ts";

/** POST `{ input }` answers the query of that name. */
export async function POST(request: Request, { params }: { params: Promise<{ name: string }> }) {
  return queryDoor((await params).name, request);
}
