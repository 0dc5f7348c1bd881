"use client";

import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useEffect, useEffectEvent, useRef } from "react";

type Props = Omit<NativeSelectProps, "value" | "defaultValue" | "onChange"> & {
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

/**
 * A list of the browser's own that holds what it shows. A browser takes a choice before the page has woken up, and some bring one
 * back when a page is loaded again; React leaves what is shown as it is and tells nobody (react.dev, hydrateRoot), so
 * that something else would be sent than what is seen.
 */
export function NativeChoice({ value, onChoose, ...rest }: Props) {
  const list = useRef<HTMLSelectElement>(null);
  const wakeUp = useEffectEvent(() => {
    const shown = list.current?.value ?? value;
    if (shown !== value) onChoose(shown);
  });
  useEffect(() => wakeUp(), []);
  return (
    <NativeSelect
      {...rest}
      ref={list}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
