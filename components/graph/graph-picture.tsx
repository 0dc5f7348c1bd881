"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { Code } from "#components/ui/code.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./graph.module.css";
import { GraphLines } from "./graph-lines.tsx";
import type { GraphLine, GraphNode } from "./graph-view.ts";

interface Props {
  readonly nodes: readonly GraphNode[];
  readonly lines: readonly GraphLine[];
  readonly rows: number;
}

/**
 * A record and its neighbours over two steps: three columns, which run as the language reads. Enter puts a record into
 * the middle, `o` opens its own page; arrows move along a column and between a record and its neighbours.
 */
export function GraphPicture({ nodes, lines, rows }: Props) {
  const t = useTranslator("analysis");
  const router = useRouter();
  const [pointedId, setPointed] = useState<string | null>(null);
  const pointed = nodes.find(({ id }) => id === pointedId) ?? nodes[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || pointed === undefined) return;
    if (event.key === "o") {
      event.preventDefault();
      router.push(pointed.href);
      return;
    }
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const next = nodeToward(event.key, isRtl, pointed, nodes);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.closest("ol")?.querySelector<HTMLElement>(`[data-node="${next.id}"]`)?.focus();
  };
  return (
    <div className={classes.graph}>
      <p className={classes.hint}>{t("graph.keys")}</p>
      <section className={classes.scroller} aria-label={t("graph.picture")}>
        <ol className={classes.plot} style={{ "--rows": rows } as CSSProperties}>
          <GraphLines nodes={nodes} lines={lines} rows={rows} pointedId={pointed?.id ?? null} />
          {nodes.map((node) => (
            <li
              key={node.id}
              className={classes.place}
              style={{ "--row": node.row, "--step": node.step } as CSSProperties}
            >
              <Link
                href={node.graphHref}
                prefetch={false}
                className={classes.node}
                data-node={node.id}
                data-step={node.step}
                tabIndex={node.id === pointed?.id ? 0 : -1}
                aria-label={[node.kind, node.title, node.via].filter((part) => part !== "").join(", ")}
                onKeyDown={onKeyDown}
                onFocus={() => setPointed(node.id)}
                onPointerEnter={() => setPointed(node.id)}
              >
                <span className={classes.kind}>{node.kind}</span>
                <span className={classes.title} dir="auto">
                  {node.title}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </section>
      {pointed === undefined ? null : (
        <div className={classes.readout}>
          <div>
            <strong>
              <bdi>{pointed.title}</bdi>
            </strong>
            <div className={classes.quiet}>
              {pointed.kind} · <Code code={pointed.code} />
              {pointed.via === "" ? null : <> · {pointed.via}</>}
            </div>
          </div>
          <Link href={pointed.href} prefetch={false}>
            {t("graph.open")}
          </Link>
        </div>
      )}
    </div>
  );
}

/** Where an arrow leads: up and down a column, inward to the record it was found from, outward to its first neighbour. */
function nodeToward(
  key: string,
  isRtl: boolean,
  from: GraphNode,
  nodes: readonly GraphNode[],
): GraphNode | undefined {
  const column = nodes.filter(({ step }) => step === from.step).toSorted((a, b) => a.row - b.row);
  const here = column.indexOf(from);
  switch (key) {
    case "ArrowDown":
      return column[here + 1];
    case "ArrowUp":
      return column[here - 1];
    case isRtl ? "ArrowRight" : "ArrowLeft":
      return nodes.find(({ id }) => id === from.parentId);
    case isRtl ? "ArrowLeft" : "ArrowRight":
      return nodes.find(({ parentId }) => parentId === from.id);
    default:
      return undefined;
  }
}
