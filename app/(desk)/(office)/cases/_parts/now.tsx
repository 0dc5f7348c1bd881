import { IconCircleCheck } from "@tabler/icons-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NumberCard, NumberCards } from "#components/ui/number-card.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readDesk } from "#lib/cases/queries/read-desk.ts";
import type { DESK_TASKS } from "#lib/cases/vocabulary.ts";
import { emergencyFrame } from "#lib/emergencies/queries/emergency-frame.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { countUnread } from "#lib/notices/queries/count-unread.ts";
import { OfficeCards } from "./office-cards.tsx";

type Task = (typeof DESK_TASKS)[number];

/** Where each task is done: the list of the case whose rows are those counted. */
const LISTS: Record<Exclude<Task, "assigned">, string> = {
  testimony_returned: "testimonies?stage=returned&mine=mine",
  finding_returned: "findings?status=returned&mine=author",
  review: "review",
  decided: "review",
  export_approval: "exports?waiting=me",
  consent_approval: "witnesses?waiting=me",
  deletion_decision: "retention",
  identity_decision: "identities",
  finding_contested: "findings?status=contested&mine=author",
  export_ending: "exports?ending=soon",
  testimony_draft: "testimonies?stage=draft&mine=mine",
  finding_draft: "findings?status=draft&mine=author",
};

const listOf = (task: Task, caseId: string): string =>
  task === "assigned" ? `/assigned?case=${caseId}` : `/cases/${caseId}/${LISTS[task]}`;

/** A number that is counted no further than to a hundred. */
const upTo = (format: Awaited<ReturnType<typeof formats>>, count: number): string =>
  count > 99 ? `${format.number(99)}+` : format.number(count);

/** What the person should do now, case by case. @param roles theirs in the organisation */
export async function Now({ roles }: { roles: readonly string[] }) {
  const [t, nav, locale, format, desk, told, { waiting }] = await Promise.all([
    translator("cases"),
    translator("desk"),
    requestLocale(),
    formats(),
    asked(readDesk, {}),
    asked(countUnread, {}),
    asked(emergencyFrame, {}),
  ]);
  return (
    <Section
      id="now"
      title={t("desk.now")}
      {...(desk.cases.length === 0 ? {} : { lead: t("desk.nowLead") })}
      bare
    >
      {desk.cases.length === 0 && roles.length === 0 && told.unread === 0 && waiting === 0 ? (
        <EmptyState title={t("desk.nothing.title")} icon={<IconCircleCheck size={32} stroke={1.4} />}>
          {t("desk.nothing.text")}
        </EmptyState>
      ) : (
        <NumberCards>
          {waiting === 0 ? null : (
            <NumberCard
              title={nav("nav.emergencies")}
              href="/emergencies"
              lines={[
                {
                  key: "emergencies",
                  label: t("desk.emergencies"),
                  value: upTo(format, waiting),
                  href: "/emergencies",
                },
              ]}
            />
          )}
          <OfficeCards roles={roles} />
          {told.unread === 0 ? null : (
            <NumberCard
              title={t("desk.notices")}
              href="/notices"
              lines={[
                ...(told.mentions === 0
                  ? []
                  : [
                      {
                        key: "mentions",
                        label: t("desk.mentions"),
                        value: upTo(format, told.mentions),
                        href: "/notices?show=unread&kind=mentioned",
                      },
                    ]),
                {
                  key: "unread",
                  label: t("desk.unread"),
                  value: upTo(format, told.unread),
                  href: "/notices?show=unread",
                },
              ]}
            />
          )}
          {desk.cases.map(({ id, title, titleAr, tasks }) => (
            <NumberCard
              key={id}
              title={locale === "ar" && titleAr ? titleAr : title}
              href={`/cases/${id}`}
              lines={tasks.map(({ task, count }) => ({
                key: task,
                label: t(`desk.task.${task}`),
                value: format.number(count),
                href: listOf(task, id),
              }))}
            />
          ))}
        </NumberCards>
      )}
      {desk.more === 0 ? null : <p>{t("desk.more", { count: desk.more })}</p>}
    </Section>
  );
}
