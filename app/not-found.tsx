import Link from "next/link";
import { translator } from "#lib/i18n/server.ts";

/** The same words for what does not exist and for what is outside the person's cases. */
export default async function NotFound() {
  const t = await translator("ui");
  return (
    <main className="lone">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p>
        <Link href="/" prefetch={false}>
          {t("notFound.home")}
        </Link>
      </p>
    </main>
  );
}
