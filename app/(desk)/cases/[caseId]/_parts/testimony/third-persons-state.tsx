import { formats, translator } from "#lib/i18n/server.ts";

interface Read {
  readonly testimony: { readonly kind: string };
  readonly text: { readonly number: number };
  readonly readNumber: number | null;
  readonly persons: readonly { readonly decision: string }[];
}

/** Whether an account was read for others in it, and what is not decided about them. */
export async function ThirdPersonsState({ answer }: { answer: Read }) {
  const [t, format] = await Promise.all([translator("people"), formats()]);
  const { testimony, text, readNumber, persons } = answer;
  if (testimony.kind === "published_account") return <p>{t("published")}</p>;
  if (readNumber === null) return <p>{t("state.unread")}</p>;
  if (readNumber !== text.number) return <p>{t("state.older")}</p>;
  if (persons.length === 0) return <p>{t("state.none")}</p>;
  const undecided = persons.filter(({ decision }) => decision === "undecided").length;
  const counted = (count: number) => ({ count, total: format.number(count) });
  return (
    <p>
      {t("state.some", counted(persons.length))}{" "}
      {undecided === 0 ? null : t("state.undecided", counted(undecided))}
    </p>
  );
}
