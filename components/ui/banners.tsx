"use client";

import { IconAlertTriangle, IconMask } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./banners.module.css";

/** A line across the top of every page and of every printed sheet. */
export function Banner({
  tone,
  icon,
  title,
  acts,
  children,
}: {
  tone: "caution" | "training" | "info";
  icon?: ReactNode;
  title: string;
  /** What can be done about it, at its end. */
  acts?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={classes.banner} data-tone={tone}>
      {icon}
      <p>
        <strong>{title}</strong> {children}
      </p>
      {acts === undefined ? null : <div className={classes.acts}>{acts}</div>}
    </div>
  );
}

/** Says that a stolen machine gives everything away, so that real identities do not belong here yet. */
export function KeyBesideBanner() {
  const t = useTranslator("ui");
  return (
    <Banner
      tone="caution"
      icon={<IconAlertTriangle size={16} stroke={1.8} aria-hidden />}
      title={t("banner.keyBesideTitle")}
    >
      {t("banner.keyBesideText")}
    </Banner>
  );
}

/** Says that the whole case is invented; stays in sight while scrolling. */
export function TrainingRibbon() {
  const t = useTranslator("ui");
  return (
    <Banner
      tone="training"
      icon={<IconMask size={16} stroke={1.8} aria-hidden />}
      title={t("banner.trainingTitle")}
    >
      {t("banner.trainingText")}
    </Banner>
  );
}
