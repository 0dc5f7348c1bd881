import { exportBytes } from "#lib/api/exports.ts";

/** The bag of a finished export. A POST, since each download is an act with its own entry. */
export async function POST(request: Request, { params }: { params: Promise<{ exportId: string }> }) {
  return exportBytes(request, (await params).exportId);
}
