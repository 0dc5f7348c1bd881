/** A date that was made into text on the server. `iso` is what machines read; uncertain dates (EDTF) have none. */
export function DateText({ text, iso, note }: { text: string; iso?: string; note?: string }) {
  return (
    <bdi className="tabular">
      {iso === undefined ? text : <time dateTime={iso}>{text}</time>}
      {note === undefined ? null : ` (${note})`}
    </bdi>
  );
}
