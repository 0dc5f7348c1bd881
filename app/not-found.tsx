import { translator } from "#lib/i18n/server.ts";

/** The same words for what does not exist and for what is outside the person's cases. */
export default async function NotFound() {
  const t = await translator("ui");
  return (
    <main className="lone">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p>
        {/* oxlint-disable-next-line next/no-html-link-for-pages -- every page brings this one along: Link would come twice */}
        <a href="/">{t("notFound.home")}</a>
      </p>
    </main>
  );
}
