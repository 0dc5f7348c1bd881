import Link from "next/link";
import { CareForm } from "#components/care/care-form.tsx";
import { LockNow } from "#components/keys/lock-now.tsx";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { asked } from "#lib/api/asked.ts";
import { formats, requestLocale, requestPreferences, translator } from "#lib/i18n/server.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import { readNoticeSettings } from "#lib/notices/queries/read-notice-settings.ts";
import { ChangePasswordButton } from "./_parts/change-password-button.tsx";
import { Elsewhere } from "./_parts/elsewhere.tsx";
import { NoticeForm } from "./_parts/notice-form.tsx";
import { OwnGrants } from "./_parts/own-grants.tsx";
import { OpenSessions } from "./_parts/open-sessions.tsx";
import { ProfileForm } from "./_parts/profile-form.tsx";
import { SecondStep } from "./_parts/second-step.tsx";

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string; before?: string }>;
}) {
  const [t, care, teamwork, roles, keys, format, locale, preferences, wishes, me, kept] = await Promise.all([
    translator("account"),
    translator("care"),
    translator("teamwork"),
    translator("access"),
    translator("keys"),
    formats(),
    requestLocale(),
    requestPreferences(),
    asked(readNoticeSettings, {}),
    asked(readOwnAccount, {}),
    asked(readKeys, {}),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="me" title={me.displayName}>
        <Facts
          items={[
            { label: t("displayName"), value: <bdi>{me.displayName}</bdi> },
            { label: t("name"), value: <Code code={me.name} /> },
            {
              label: t("roles"),
              value:
                me.roles.length === 0
                  ? t("noRole")
                  : format.list(me.roles.map((role) => roles(`role.${role}`))),
            },
          ]}
        />
        <p>
          <Link href="/access" prefetch={false}>
            {t("accessLink")}
          </Link>
        </p>
      </Section>
      <Section id="profile" title={t("profile.title")} lead={t("profile.lead")}>
        <ProfileForm stored={preferences} now={me.now} />
      </Section>
      <Section id="care" title={care("settings.title")} lead={care("settings.lead")}>
        <CareForm />
      </Section>
      <Section id="notices" title={teamwork("settings.title")} lead={teamwork("settings.lead")}>
        <NoticeForm stored={wishes} />
      </Section>
      <Section id="cases" title={t("cases.title")}>
        {me.memberships.length === 0 ? (
          <p>{t("cases.none")}</p>
        ) : (
          <ul>
            {me.memberships.map((one) => (
              <li key={`${one.caseId} ${one.role}`}>
                <Link href={`/cases/${one.caseId}`} prefetch={false}>
                  <bdi>{locale === "ar" && one.titleAr ? one.titleAr : one.title}</bdi>
                </Link>{" "}
                <Code code={one.code} /> · {roles(`role.${one.role}`)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <OwnGrants at={await searchParams} />
      <Section
        id="password"
        title={t("password.title")}
        actions={<ChangePasswordButton accountName={me.name} />}
      >
        <p>{t("password.lead")}</p>
      </Section>
      <Elsewhere />
      <SecondStep />
      <OpenSessions me={me} />
      {kept.source === "passphrase" ? (
        <Section id="lock" title={keys("lock.label")} lead={keys("lock.text")}>
          <LockNow
            words={{ label: keys("lock.label"), text: keys("lock.text"), locking: keys("lock.locking") }}
          />
        </Section>
      ) : null}
    </>
  );
}
