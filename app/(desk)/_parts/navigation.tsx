import {
  IconArrowsDiff,
  IconBooks,
  IconBuildingBank,
  IconCalculator,
  IconClipboardCheck,
  IconFileExport,
  IconFolderLock,
  IconGavel,
  IconHistory,
  IconHourglass,
  IconHome,
  IconKey,
  IconListDetails,
  IconLock,
  IconLockAccess,
  IconMap2,
  IconMapPin,
  IconMessage2,
  IconNews,
  IconPhoto,
  IconReportSearch,
  IconScale,
  IconScaleOutline,
  IconShieldCheck,
  IconTargetArrow,
  IconTimelineEvent,
  IconUrgent,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { NavGroup } from "#components/ui/rail.tsx";
import { translator } from "#lib/i18n/server.ts";

const icon = (Icon: typeof IconHome): ReactNode => <Icon size={19} stroke={1.6} aria-hidden />;

/** The nouns of a case. What a role cannot open is not listed; the server refuses it all the same. */
export async function caseNav(
  caseId: string,
  may: { review: boolean; seeExports: boolean; seeBreach: boolean; keepVault: boolean },
): Promise<readonly NavGroup[]> {
  const [t, pictures] = await Promise.all([translator("desk"), translator("analysis")]);
  const item = (path: string, key: string, Icon: typeof IconHome) => ({
    href: `/cases/${caseId}${path}`,
    label: t(`nav.${key}`),
    icon: icon(Icon),
  });
  const picture = (path: string, Icon: typeof IconHome) => ({
    href: `/cases/${caseId}/${path}`,
    label: pictures(`${path}.title`),
    icon: icon(Icon),
  });
  return [
    {
      items: [
        item("", "overview", IconHome),
        item("/testimonies", "testimonies", IconMessage2),
        item("/witnesses", "witnesses", IconUserShield),
        item("/victims", "victims", IconUsers),
      ],
    },
    {
      label: t("nav.events"),
      items: [
        item("/incidents", "incidents", IconTargetArrow),
        item("/actors", "actors", IconUsersGroup),
        item("/places", "places", IconMapPin),
        item("/proceedings", "proceedings", IconGavel),
      ],
    },
    {
      label: t("nav.material"),
      items: [
        item("/sources", "sources", IconNews),
        item("/media", "media", IconPhoto),
        item("/figures", "figures", IconCalculator),
      ],
    },
    {
      label: t("nav.deciding"),
      items: [
        item("/allegations", "allegations", IconListDetails),
        item("/findings", "findings", IconBuildingBank),
        item("/appeals", "appeals", IconReportSearch),
        item("/contradictions", "contradictions", IconArrowsDiff),
        item("/exculpatory", "exculpatory", IconScaleOutline),
        ...(may.review ? [item("/review", "review", IconClipboardCheck)] : []),
        ...(may.seeExports ? [item("/exports", "exports", IconFileExport)] : []),
        item("/recipients", "recipients", IconScale),
        item("/retention", "retention", IconHourglass),
      ],
    },
    {
      label: pictures("seeing"),
      items: [picture("timeline", IconTimelineEvent), picture("map", IconMap2)],
    },
    {
      label: t("nav.team"),
      items: [
        item("/members", "members", IconUsersGroup),
        ...(may.keepVault ? [item("/identities", "identities", IconLock)] : []),
        ...(may.seeBreach ? [item("/breach", "breach", IconUrgent)] : []),
      ],
    },
  ];
}

/**
 * The pages beyond any case, by global role.
 * @param emergencies whether the person is on call, and whether there were any over which they watch
 */
export async function officeNav(
  roles: readonly string[],
  emergencies: { isOnCall: boolean; watches: boolean },
  withCases: boolean,
): Promise<readonly NavGroup[]> {
  const t = await translator("desk");
  const items = [
    ...(withCases ? [{ href: "/cases", label: t("nav.desk"), icon: icon(IconHome) }] : []),
    ...(roles.includes("administrator")
      ? [
          { href: "/admin/accounts", label: t("nav.accounts"), icon: icon(IconUsers) },
          { href: "/admin/register", label: t("nav.register"), icon: icon(IconBooks) },
          { href: "/admin/compartments", label: t("nav.compartments"), icon: icon(IconFolderLock) },
          { href: "/admin/keys", label: t("nav.keys"), icon: icon(IconKey) },
        ]
      : []),
    ...(roles.length > 0 ? [{ href: "/admin/grants", label: t("nav.grants"), icon: icon(IconHistory) }] : []),
    ...(roles.length > 0 || emergencies.watches
      ? [{ href: "/emergencies", label: t("nav.emergencies"), icon: icon(IconUrgent) }]
      : []),
    ...(emergencies.isOnCall
      ? [{ href: "/emergency", label: t("nav.emergency"), icon: icon(IconUrgent) }]
      : []),
    ...(roles.includes("administrator") && !roles.includes("auditor")
      ? [{ href: "/admin/audit/standing", label: t("nav.standing"), icon: icon(IconShieldCheck) }]
      : []),
    ...(roles.includes("auditor")
      ? [{ href: "/admin/audit", label: t("nav.audit"), icon: icon(IconShieldCheck) }]
      : []),
    ...(withCases ? [{ href: "/access", label: t("nav.access"), icon: icon(IconLockAccess) }] : []),
  ];
  return items.length === 0 ? [] : [{ label: t("nav.office"), items }];
}
