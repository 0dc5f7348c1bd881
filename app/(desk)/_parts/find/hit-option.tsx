import {
  IconBuildingBank,
  IconCalculator,
  IconFolder,
  IconGavel,
  IconListDetails,
  IconMapPin,
  IconMessage2,
  IconNews,
  IconPhoto,
  IconTargetArrow,
  IconTimelineEvent,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import Link from "next/link";
import type { MouseEvent } from "react";
import { useCare } from "#components/care/care-provider.tsx";
import { isCovered } from "#components/care/care-settings.ts";
import { Code } from "#components/ui/code.tsx";
import { useFormats, useInterfaceLocale, useTranslator } from "#lib/i18n/client.tsx";
import type { FoundType } from "#lib/search/vocabulary.ts";
import classes from "./find.module.css";
import { type Hit, labelOf, pathOf } from "./hit-words.ts";
import { MarkedText } from "./marked-text.tsx";

const ICONS: Readonly<Record<FoundType, typeof IconFolder>> = {
  case: IconFolder,
  testimony: IconMessage2,
  incident: IconTargetArrow,
  actor: IconUsersGroup,
  place: IconMapPin,
  source: IconNews,
  media: IconPhoto,
  figure: IconCalculator,
  proceeding: IconGavel,
  witness: IconUserShield,
  victim: IconUsers,
  allegation: IconListDetails,
  finding: IconBuildingBank,
  note: IconTimelineEvent,
};

/** One hit in the list: what it is, its name and code, where the words stand, and its case when that is another one. */
export function HitOption({
  hit,
  id,
  isActive,
  caseTitle,
  onPoint,
  onOpen,
}: {
  hit: Hit;
  id: string;
  isActive: boolean;
  caseTitle: string | null;
  onPoint: () => void;
  onOpen: (event: MouseEvent) => void;
}) {
  const t = useTranslator("search");
  const care = useTranslator("care");
  const { settings } = useCare();
  const isText = hit.type === "testimony" && hit.paragraph !== null;
  const formats = useFormats();
  const label = labelOf(hit, useInterfaceLocale());
  const Icon = ICONS[hit.type];
  return (
    <Link
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option holds neither marks nor a link
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={pathOf(hit)}
      prefetch={false}
      className={classes.option}
      onMouseMove={onPoint}
      onClick={onOpen}
    >
      <Icon size={19} stroke={1.6} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.title}>
          <span className={classes.label}>
            {label === null ? t(`type.${hit.type}`) : <MarkedText of={label} />}
          </span>
          <Code code={hit.code} />
        </span>
        {hit.snippet === null ? null : (
          <span className={classes.snippet} dir="auto">
            {isText && isCovered(settings, hit.isApart) ? (
              care("cover.snippet")
            ) : (
              <MarkedText of={hit.snippet} />
            )}
          </span>
        )}
        <span className={classes.about}>
          <span>{t(`type.${hit.type}`)}</span>
          {hit.isTakenBack ? <span>{t("takenBack")}</span> : null}
          {hit.paragraph === null ? null : (
            <span>{t("paragraph", { number: formats.number(hit.paragraph) })}</span>
          )}
          {caseTitle === null ? null : <bdi className={classes.caseTitle}>{caseTitle}</bdi>}
        </span>
      </span>
    </Link>
  );
}
