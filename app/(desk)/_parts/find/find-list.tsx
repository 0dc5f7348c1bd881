import type { MouseEvent } from "react";
import { useFormats, useInterfaceLocale, useTranslator } from "#lib/i18n/client.tsx";
import type { SearchSection } from "#lib/search/vocabulary.ts";
import classes from "./find.module.css";
import { HitOption } from "./hit-option.tsx";
import type { Hit } from "./hit-words.ts";
import type { Search } from "./use-search.ts";

/** One row that the arrows reach: a hit, or the way to more of a section. */
export type Row =
  | { readonly kind: "hit"; readonly id: string; readonly hit: Hit }
  | { readonly kind: "more"; readonly id: string; readonly section: SearchSection };

export interface Group {
  readonly key: "exact" | SearchSection;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly isMore: boolean;
}

const SECTIONS = ["names", "texts"] as const;

/** The answer as groups of rows, in the order in which the arrows go. */
export function groupsOf(answer: NonNullable<Search["answer"]>): Group[] {
  const rowOf = (key: string, hit: Hit): Row => ({ kind: "hit", id: `find-${key}-${hit.id}`, hit });
  const sections = SECTIONS.map((key): Group => {
    const { hits, total, isMore, next } = answer[key];
    const more: Row[] = next === null ? [] : [{ kind: "more", id: `find-${key}-more`, section: key }];
    return { key, total, isMore, rows: [...hits.map((hit) => rowOf(key, hit)), ...more] };
  });
  const exact: Group[] =
    answer.exact === null
      ? []
      : [{ key: "exact", rows: [rowOf("exact", answer.exact)], total: 1, isMore: false }];
  return [...exact, ...sections.filter(({ rows }) => rows.length > 0)];
}

/** What was found, by name and in the texts. */
export function FindList({
  groups,
  active,
  cases,
  currentCase,
  onPoint,
  onOpen,
  onMore,
}: {
  groups: readonly Group[];
  active: string | null;
  cases: NonNullable<Search["answer"]>["cases"];
  currentCase: string | null;
  onPoint: (id: string) => void;
  onOpen: (event: MouseEvent, hit: Hit) => void;
  onMore: (section: SearchSection) => void;
}) {
  const t = useTranslator("search");
  const formats = useFormats();
  const locale = useInterfaceLocale();
  const caseTitleOf = ({ caseId, type }: Hit): string | null => {
    const found = cases.find(({ id }) => id === caseId);
    if (!found || caseId === currentCase || type === "case") return null;
    return (locale === "ar" && found.titleAr) || found.title;
  };
  return groups.map(({ key, rows, total, isMore }) => (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of options, not of fields
    <div key={key} role="group" aria-labelledby={`find-group-${key}`}>
      <div id={`find-group-${key}`} className={classes.group}>
        {t(`group.${key}`)}
        {key === "exact" ? null : (
          <span className={classes.total}>
            {isMore ? t("moreThan", { count: formats.number(total) }) : formats.number(total)}
            {isMore ? <span className={classes.newest}>{t("newestFirst")}</span> : null}
          </span>
        )}
      </div>
      {rows.map((row) =>
        row.kind === "hit" ? (
          <HitOption
            key={row.id}
            id={row.id}
            hit={row.hit}
            isActive={row.id === active}
            caseTitle={caseTitleOf(row.hit)}
            onPoint={() => onPoint(row.id)}
            onOpen={(event) => onOpen(event, row.hit)}
          />
        ) : (
          <button
            key={row.id}
            id={row.id}
            type="button"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- one row of a list whose rows are links
            role="option"
            aria-selected={row.id === active}
            tabIndex={-1}
            className={`${classes.option} ${classes.more}`}
            onMouseMove={() => onPoint(row.id)}
            onClick={() => onMore(row.section)}
          >
            {t("showMore")}
          </button>
        ),
      )}
    </div>
  ));
}
