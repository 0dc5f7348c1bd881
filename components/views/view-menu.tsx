"use client";

import { Button, Menu } from "@mantine/core";
import { IconBookmark, IconCheck, IconChevronDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { READY_VIEWS, type SavedView } from "./list-views.ts";
import { type ListSeen, type OpenView, useOpenView } from "./use-open-view.ts";
import type { DialogAct } from "./view-dialog.tsx";
import classes from "./views.module.css";

const ViewDialog = dynamic(() => import("./view-dialog.tsx").then((module) => module.ViewDialog));

/** The views of a list: one's own, those shared in the case, ready ones; and what can be done with the list as it is. */
export function ViewMenu(seen: ListSeen) {
  const t = useTranslator("ui");
  const [act, setAct] = useState<DialogAct | null>(null);
  const open = useOpenView(seen);
  const { views } = seen;
  const { active } = open;
  const mine = views.rows.filter(({ isMine }) => isMine);
  const shared = views.rows.filter(({ isMine }) => !isMine);
  const ready = Object.entries(READY_VIEWS[views.list] ?? {});
  return (
    <>
      <Menu position="bottom-start" width={290} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            className={classes.target ?? ""}
            leftSection={<IconBookmark size={16} stroke={1.7} aria-hidden />}
            rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden />}
          >
            {t("views.title")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu ?? ""}>
          <Section label={t("views.mine")} views={mine} open={open} />
          <Section label={t("views.shared")} views={shared} open={open} />
          {ready.length === 0 ? null : <Menu.Label>{t("views.readyMade")}</Menu.Label>}
          {ready.map(([key, address]) => (
            <Menu.Item key={key} component={Link} href={open.hrefOf(address)} prefetch={false}>
              {t(`views.ready.${key}`)}
            </Menu.Item>
          ))}
          {views.rows.length + ready.length === 0 || !views.mayWrite ? null : <Menu.Divider />}
          {views.mayWrite ? <Menu.Item onClick={() => setAct("save")}>{t("views.save")}</Menu.Item> : null}
          {views.mayWrite && active?.isMine === true ? (
            <>
              <Menu.Item disabled={!open.isChanged} onClick={() => void open.update()}>
                {t("views.update", { name: active.name })}
              </Menu.Item>
              <Menu.Item onClick={() => setAct("change")}>{t("views.rename")}</Menu.Item>
              <Menu.Item onClick={() => setAct("retract")}>{t("views.retract")}</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {act === null ? null : <ViewDialog act={act} views={views} open={open} onClose={() => setAct(null)} />}
    </>
  );
}

interface SectionProps {
  readonly label: string;
  readonly views: readonly SavedView[];
  readonly open: OpenView;
}

function Section({ label, views, open }: SectionProps) {
  if (views.length === 0) return null;
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          component={Link}
          href={open.hrefOf(view.address, view.id)}
          prefetch={false}
          aria-current={view.id === open.active?.id ? "true" : undefined}
          rightSection={
            view.id === open.active?.id ? <IconCheck size={15} stroke={1.8} aria-hidden /> : undefined
          }
        >
          <bdi>{view.name}</bdi>
        </Menu.Item>
      ))}
    </>
  );
}
