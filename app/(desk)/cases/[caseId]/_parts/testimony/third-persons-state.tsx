import { formats, translator } from "#lib/i18n/server.ts";

interface Others {
  readonly isPublished: boolean;
  /** The version that counts, and the one that was read last. */
  readonly countsNumber: number;
  readonly readNumber: number | null;
  readonly count: number;
  readonly undecided: number;
}

/** Whether an account was read for others in it, and what is not decided about them. */
export async function ThirdPersonsState({ others }: { others: Others }) {
  const [t, format] = await Promise.all([translator("people"), formats()]);
  const { isPublished, countsNumber, readNumber, count, undecided } = others;
  if (isPublished) return <p>{t("published")}</p>;
  if (readNumber === null) return <p>{t("state.unread")}</p>;
  if (readNumber !== countsNumber) return <p>{t("state.older")}</p>;
  if (count === 0) return <p>{t("state.none")}</p>;
  const counted = (some: number) => ({ count: some, total: format.number(some) });
  return (
    <p>
      {t("state.some", counted(count))} {undecided === 0 ? null : t("state.undecided", counted(undecided))}
    </p>
  );
}
