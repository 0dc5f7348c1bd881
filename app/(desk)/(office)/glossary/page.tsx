import { Code } from "#components/ui/code.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePerson } from "#lib/api/asked.ts";
import { CODEBOOK_LISTS, CODEBOOK_SOURCES, type CodebookList } from "#lib/codebook/lists.ts";
import { ViolationCode, VIOLATIONS } from "#lib/codebook/violations.ts";
import { type Glossary, loadGlossary } from "#lib/i18n/glossary.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import classes from "./_parts/glossary.module.css";
import { GlossaryFilter } from "./_parts/glossary-filter.tsx";

const LISTS = Object.keys(CODEBOOK_LISTS) as CodebookList[]; // guaranteed by the type of the object
/** Ids that people say and write, such as K1 and B2; the rest are names for machines. */
const SPOKEN_ID = /^[A-Z]\d{0,2}$/;

/** Every term of the codebook by list, with an anchor each: `#violation`, `#violation.K1`. */
export default async function GlossaryPage() {
  await requirePerson();
  const [t, locale] = await Promise.all([translator("glossary"), requestLocale()]);
  const glossary = await loadGlossary(locale);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <GlossaryFilter>
        <nav aria-label={t("lists")} className={classes.lists}>
          <ul>
            {LISTS.map((list) => (
              <li key={list}>
                <a href={`#${list}`}>{glossary.lists[list]?.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {LISTS.map((list) => (
          <ListOfTerms key={list} list={list} glossary={glossary} />
        ))}
      </GlossaryFilter>
    </>
  );
}

async function ListOfTerms({ list, glossary }: { list: CodebookList; glossary: Glossary }) {
  const [t, format] = await Promise.all([translator("glossary"), formats()]);
  const help = glossary.lists[list];
  if (!help) return null;
  const sources = (CODEBOOK_SOURCES[list] ?? []).flatMap((key) => glossary.sources[key] ?? []);
  return (
    <div data-list>
      <Section
        id={list}
        title={help.title}
        lead={
          <>
            <p>{help.entering}</p>
            <p>
              <b>{t("example")}:</b> {help.example}
            </p>
            {sources.length === 0 ? null : (
              <p className={classes.quiet}>{t("sources", { works: format.list(sources) })}</p>
            )}
          </>
        }
      >
        <div className={classes.terms}>
          {CODEBOOK_LISTS[list].map((id) => (
            <Term key={id} list={list} id={id} glossary={glossary} />
          ))}
        </div>
      </Section>
    </div>
  );
}

async function Term({ list, id, glossary }: { list: CodebookList; id: string; glossary: Glossary }) {
  const [t, codebook] = await Promise.all([translator("glossary"), translator("codebook")]);
  const own = glossary.terms[list]?.[id];
  const article = articleOf(list, id);
  return (
    <article id={`${list}.${id}`} data-term className={classes.term}>
      <h3>
        {SPOKEN_ID.test(id) ? <Code code={id} /> : null} <bdi>{codebook(`${list}.${id}.label`)}</bdi>
      </h3>
      <p>{codebook(`${list}.${id}.definition`)}</p>
      {own === undefined ? null : (
        <>
          <p>
            <b>{t("entering")}:</b> {own.entering}
          </p>
          <p className={classes.quiet}>
            <b>{t("example")}:</b> {own.example}
          </p>
        </>
      )}
      {article === null ? null : (
        <p className={classes.quiet}>
          {t("romeStatute")}{" "}
          <bdi dir="ltr" className="tabular">
            {article}
          </bdi>{" "}
          ({t("romeFirst")})
        </p>
      )}
    </article>
  );
}

/** The provisions to look at first for a type of act; null where there is none, or it is open. */
function articleOf(list: CodebookList, id: string): string | null {
  if (list !== "violation") return null;
  const code = ViolationCode.options.find((one) => one === id);
  const article = code === undefined ? null : VIOLATIONS[code].romeStatute;
  return article !== null && /\d/.test(article) && !/[a-z]{3}/.test(article) ? article : null;
}
