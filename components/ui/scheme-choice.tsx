"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";

const SCHEMES = ["light", "dark", "auto"] as const;

/** Light, dark or as the device: part of a menu. The browser keeps the choice. */
export function SchemeChoice() {
  const t = useTranslator("ui");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t("scheme.label")}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(chosen) => {
          const scheme = SCHEMES.find((one) => one === chosen);
          if (scheme !== undefined) setColorScheme(scheme);
        }}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`scheme.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
