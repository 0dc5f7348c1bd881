"use client";

import { Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface Props extends Pick<ButtonProps, "variant" | "size" | "leftSection"> {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link that looks like a button. An island of its own, since a page cannot hand the link component over from the server. */
export function LinkButton({ href, children, ...look }: Props) {
  return (
    <Button component={Link} href={href} prefetch={false} {...look}>
      {children}
    </Button>
  );
}
