/**
 * Puts spans into rows so that no two in a row touch: each into the first row that has room. The order of the spans is
 * kept, so the same spans always lie the same way.
 * @param spans from 0 to 1 along the axis
 * @param roomMin the least room each takes; one that would run over the end of the axis takes it before itself
 * @returns the row of each span, from 0
 */
export function packRows(
  spans: readonly { readonly start: number; readonly end: number }[],
  roomMin: number,
): number[] {
  const rows: { start: number; end: number }[][] = [];
  return spans.map(({ start, end }) => {
    const room = roomOf(start, end, roomMin);
    const free = rows.findIndex((row) =>
      row.every((other) => room.end <= other.start || room.start >= other.end),
    );
    const row = free === -1 ? rows.length : free;
    (rows[row] ??= []).push(room);
    return row;
  });
}

function roomOf(start: number, end: number, roomMin: number): { start: number; end: number } {
  if (end - start >= roomMin) return { start, end };
  return start + roomMin <= 1
    ? { start, end: start + roomMin }
    : { start: Math.min(start, 1 - roomMin), end: 1 };
}
