import Link from "next/link";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { OpenedNames } from "#components/victim-lists/opened-names.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listDoubles } from "#lib/victim-lists/queries/list-doubles.ts";
import { rowWords } from "../_parts/row-words.ts";
import { ListRow } from "./_parts/list-row.tsx";
import classes from "./_parts/doubles.module.css";

/** Rows that may be one person, side by side; what waits for a second person; and what was merged and can be undone. */
export default async function DoublesPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, format, words, found] = await Promise.all([
    translator("rolls"),
    formats(),
    rowWords(),
    asked(listDoubles, { caseId }),
  ]);
  const { pairs, waiting, merged, may } = found;
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  const called = (id: string) => {
    const row = byId.get(id);
    return row === undefined ? "" : `${row.listCode}/${row.position}`;
  };
  const shown = (id: string) => {
    const row = byId.get(id);
    return row === undefined ? null : (
      <ListRow
        key={id}
        id={id}
        called={called(id)}
        href={`/cases/${caseId}/victim-lists/${row.listId}#${id}`}
        words={words(row)}
      />
    );
  };
  const sideBySide = (ids: readonly string[]) => <div className={classes.sides}>{ids.map(shown)}</div>;
  const joined = (ids: readonly string[]) => t("doubles.joined", { rows: format.list(ids.map(called)) });
  const victimLink = ({ id, code }: { id: string; code: string }) => (
    <p>
      {t("columns.victim")}{" "}
      <Link href={`/cases/${caseId}/victims/${id}`} prefetch={false}>
        <Code code={code} />
      </Link>
    </p>
  );
  return (
    <>
      <PageHeader
        title={t("doubles.title")}
        lead={t("doubles.lead")}
        breadcrumb={[
          { label: t("title"), href: `/cases/${caseId}/victim-lists` },
          { label: t("doubles.title") },
        ]}
        actions={
          may.decide ? (
            <>
              <CommandButton
                label={t("doubles.find")}
                command="victimList.findDoubles"
                input={{ caseId, mode: "folded" }}
                doneText={t("doubles.found")}
                weight="primary"
              />
              <CommandButton
                label={t("doubles.findLiteral")}
                command="victimList.findDoubles"
                input={{ caseId, mode: "literal" }}
                doneText={t("doubles.found")}
              />
            </>
          ) : null
        }
      />
      <p>
        <strong>{t("minimum", { count: found.persons, number: format.number(found.persons) })}</strong>{" "}
        {t("minimumLead")}
      </p>
      <OpenedNames
        caseId={caseId}
        entryIds={found.rows.map(({ id }) => id)}
        opening={found.opening}
        mayOpen={may.openNames && found.rows.length > 0}
      >
        <Section id="open" title={t("doubles.open")}>
          {pairs.length === 0 ? <p>{t("doubles.none")}</p> : null}
          <ul className={classes.pairs}>
            {pairs.map(({ id, version, oneId, otherId, likeness }) => {
              const pair = t("doubles.pair", { one: called(oneId), other: called(otherId) });
              return (
                <li key={id}>
                  <h3>{pair}</h3>
                  <p>{t("doubles.likeness", { percent: format.share(likeness / 100) })}</p>
                  {sideBySide([oneId, otherId])}
                  {may.decide ? (
                    <div className={classes.acts}>
                      <CommandButton
                        label={t("doubles.same")}
                        name={`${t("doubles.same")}: ${pair}`}
                        command="victimMerge.propose"
                        input={{ caseId, entryIds: [oneId, otherId] }}
                        doneText={t("doubles.sameDone")}
                      />
                      <CommandButton
                        label={t("doubles.different")}
                        name={`${t("doubles.different")}: ${pair}`}
                        command="victimList.keepApart"
                        input={{ doubleId: id, version }}
                        doneText={t("doubles.differentDone")}
                      />
                    </div>
                  ) : null}
                </li>
              );
            })}
          </ul>
          {found.hasMore ? <p>{t("doubles.more")}</p> : null}
        </Section>
        <Section id="waiting" title={t("doubles.waiting")}>
          {waiting.length === 0 ? <p>{t("doubles.noneWaiting")}</p> : null}
          <ul className={classes.pairs}>
            {waiting.map(({ id, version, entryIds, victim, isOwn }) => (
              <li key={id}>
                <h3>{joined(entryIds)}</h3>
                {victim === null ? null : victimLink(victim)}
                {sideBySide(entryIds)}
                {isOwn ? <p>{t("doubles.own")}</p> : null}
                {may.decide ? (
                  <div className={classes.acts}>
                    {isOwn ? null : (
                      <CommandButton
                        label={t("doubles.confirm")}
                        name={`${t("doubles.confirm")}: ${joined(entryIds)}`}
                        command="victimMerge.confirm"
                        input={{ mergeId: id, version }}
                        doneText={t("doubles.confirmDone")}
                      />
                    )}
                    <CommandButton
                      label={t("doubles.refuse")}
                      name={`${t("doubles.refuse")}: ${joined(entryIds)}`}
                      command="victimMerge.refuse"
                      input={{ mergeId: id, version }}
                      reason={{
                        title: t("doubles.refuse"),
                        explanation: t("doubles.refuseText"),
                        confirmLabel: t("doubles.refuse"),
                      }}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
        <Section id="merged" title={t("doubles.merged")}>
          {merged.length === 0 ? <p>{t("doubles.noneMerged")}</p> : null}
          <ul className={classes.pairs}>
            {merged.map(({ id, version, entryIds, victim }) => (
              <li key={id}>
                <h3>{joined(entryIds)}</h3>
                {victim === null ? null : victimLink(victim)}
                {sideBySide(entryIds)}
                {may.decide ? (
                  <div className={classes.acts}>
                    <CommandButton
                      label={t("doubles.undo")}
                      name={`${t("doubles.undo")}: ${joined(entryIds)}`}
                      command="victimMerge.undo"
                      input={{ mergeId: id, version }}
                      reason={{
                        title: t("doubles.undo"),
                        explanation: t("doubles.undoText"),
                        confirmLabel: t("doubles.undo"),
                      }}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      </OpenedNames>
    </>
  );
}
