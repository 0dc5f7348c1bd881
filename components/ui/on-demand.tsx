"use client";

import { Loader } from "@mantine/core";
import { type ComponentType, lazy, Suspense } from "react";
import classes from "./on-demand.module.css";
import { ProblemAlert } from "./problem-alert.tsx";
import { UNAVAILABLE } from "./problem.ts";

/**
 * A part of a page that an act shows, loaded when it is first shown. Where it cannot be loaded, that is said in its place
 * and the rest of the page, with all that was typed, stays as it is.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazy(() =>
    load().then(
      (found) => ({ default: found }),
      () => ({ default: NotLoaded as ComponentType<Props> }),
    ),
  );
  return function OnDemand(props: Props) {
    return (
      <Suspense
        fallback={
          <div className={classes.coming}>
            <Loader size="sm" />
          </div>
        }
      >
        <Part {...props} />
      </Suspense>
    );
  };
}

function NotLoaded() {
  return <ProblemAlert problem={UNAVAILABLE} onRetry={() => window.location.reload()} />;
}
