import type { ReactNode } from "react";
import { BreakNotice } from "#components/care/break-notice.tsx";
import { CareProvider } from "#components/care/care-provider.tsx";
import { PrivacyScreen } from "#components/care/privacy-screen.tsx";
import { QuickExit } from "#components/care/quick-exit.tsx";
import { EmergencyBanner } from "#components/emergencies/emergency-banner.tsx";
import { NoticeBell } from "#components/teamwork/notice-bell.tsx";
import { AccountMenu } from "#components/ui/account-menu.tsx";
import { KeyBesideBanner, TrainingRibbon } from "#components/ui/banners.tsx";
import type { NavGroup } from "#components/ui/rail.tsx";
import { AppShell } from "#components/ui/shell.tsx";
import { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { asked } from "#lib/api/asked.ts";
import { emergencyFrame } from "#lib/emergencies/queries/emergency-frame.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import { countUnread } from "#lib/notices/queries/count-unread.ts";
import { CaseSwitcher } from "./case-switcher.tsx";
import { FindAnything } from "./find/find-anything.tsx";
import { officeNav } from "./navigation.tsx";
import { ownCare } from "./own-care.ts";
import { SessionEnd } from "./session-end.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { SignOutItem } from "./sign-out-item.tsx";

/** The frame of every page behind the entrance, with the rail of the case when there is one. */
export async function DeskShell({
  caseFile = null,
  caseNav = [],
  children,
}: {
  caseFile?: {
    id: string;
    title: string;
    titleAr: string | null;
    kind: "live" | "training";
    role: string | null;
  } | null;
  caseNav?: readonly NavGroup[];
  children: ReactNode;
}) {
  const [me, { unread }, emergencies, keys] = await Promise.all([
    asked(readOwnAccount, {}),
    asked(countUnread, {}),
    asked(emergencyFrame, {}),
    asked(readKeys, {}),
  ]);
  const [t, roles, locale, care] = await Promise.all([
    translator("desk"),
    translator("access"),
    requestLocale(),
    ownCare(),
  ]);
  const titleOf = (one: { title: string; titleAr: string | null }) =>
    locale === "ar" && one.titleAr ? one.titleAr : one.title;
  const role = caseFile?.role ?? me.roles[0];
  const cases = [
    ...new Map(
      [...me.memberships, ...(caseFile === null ? [] : [{ ...caseFile, caseId: caseFile.id }])].map((one) => [
        one.caseId,
        { id: one.caseId, title: titleOf(one) },
      ]),
    ).values(),
  ];
  return (
    <CareProvider settings={care} session={me.session?.expiresAt ?? 0}>
      <AppShell
        nav={[...caseNav, ...(await officeNav(me.roles, emergencies, caseFile === null))]}
        homeHref="/cases"
        banner={
          <>
            {keys.source === "key_beside" ? <KeyBesideBanner /> : null}
            {emergencies.open === null ? null : <EmergencyBanner open={emergencies.open} />}
          </>
        }
        ribbon={caseFile?.kind === "training" ? <TrainingRibbon /> : null}
        caseSwitcher={<CaseSwitcher cases={cases} current={caseFile?.id ?? null} />}
        search={<FindAnything caseId={caseFile?.id ?? null} />}
        account={
          <>
            <NoticeBell unread={unread} />
            <AccountMenu
              name={me.displayName}
              {...(role ? { detail: roles(`role.${role}`) } : {})}
              links={[
                { href: "/account", label: t("nav.account") },
                { href: "/access", label: t("nav.access") },
                { href: "/glossary", label: t("nav.glossary") },
                { href: "/guide", label: t("nav.guide") },
              ]}
              signOut={<SignOutItem />}
            />
          </>
        }
        exit={<QuickExit />}
      >
        {/* Before what may listen for keys: it takes them all while it covers. */}
        {me.session === null ? null : <PrivacyScreen sessionIdleMs={me.session.idleMs} />}
        {children}
        <BreakNotice />
        <SignInAgain name={me.name} displayName={me.displayName} />
        {me.session === null ? null : <SessionEnd {...me.session} />}
      </AppShell>
    </CareProvider>
  );
}
