import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { counts, translator } from "#lib/i18n/server.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import classes from "./preview.module.css";

export interface Previewed {
  /** The record's own page. */
  readonly href: string;
  /** It was taken back: that is said, and nothing else of it. */
  readonly retracted: boolean;
  readonly view: ReactNode;
}

/** Reads a record for the panel beside a list; null where it is not there for the caller. */
export type Previewer = (recordId: string) => Promise<Previewed | null>;

interface Props {
  kind: string;
  title: ReactNode;
  code: string;
  pills?: ReactNode;
  children: ReactNode;
}

/** The head of a record in the panel, and what stands below. */
export function PreviewView({ kind, title, code, pills, children }: Props) {
  return (
    <>
      <div className={classes.head}>
        <p className={classes.kind}>
          {kind} <Code code={code} />
        </p>
        <h2 className={classes.title}>
          <Unprinted isInline>
            <bdi>{title}</bdi>
          </Unprinted>
        </h2>
        {pills === undefined ? null : <div className={classes.pills}>{pills}</div>}
      </div>
      {children}
    </>
  );
}

/** How many links of each type a record has; the links themselves stand on its page. */
export async function LinkCounts({ recordId }: { recordId: string }) {
  const [t, counted, answer] = await Promise.all([
    translator("links"),
    counts(),
    maybeAsked(listLinksOf, { recordId, page: { size: 1 } }),
  ]);
  const linked = (answer?.groups ?? []).filter(({ count }) => count > 0);
  return (
    <Section id="links" title={t("title")}>
      {linked.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.counts}>
          {linked.map(({ kind, side, count }) => (
            <li key={`${kind}-${side}`}>
              <span>{t(`heading.${kind}.${side}`)}</span>
              <bdi>{counted(count)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
