import classes from "./graph.module.css";
import type { GraphLine, GraphNode } from "./graph-view.ts";

// Columns of the plot in hundredths of its width: where a record's box begins and ends (graph.module.css).
const STARTS = [0, 37, 74] as const;
const ENDS = [26, 63, 100] as const;

interface Props {
  readonly nodes: readonly GraphNode[];
  readonly lines: readonly GraphLine[];
  readonly rows: number;
  /** The record whose links stand out. */
  readonly pointedId: string | null;
}

/** The links as curves behind the records. Mirrored as a whole where the language reads from right to left. */
export function GraphLines({ nodes, lines, rows, pointedId }: Props) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (
    <li aria-hidden className={classes.lines}>
      <svg viewBox={`0 0 100 ${rows}`} preserveAspectRatio="none" focusable="false">
        {lines.map(({ id, a, b }) => {
          const [first, second] = [byId.get(a), byId.get(b)];
          if (first === undefined || second === undefined) return null;
          const isTree = second.parentId === a || first.parentId === b;
          return (
            <path
              key={id}
              d={curve(first, second)}
              data-tree={isTree || undefined}
              data-pointed={a === pointedId || b === pointedId || undefined}
            />
          );
        })}
      </svg>
    </li>
  );
}

/** From the end of the inner box to the start of the outer one; within a column, a bow beside it. */
function curve(one: GraphNode, other: GraphNode): string {
  const [inner, outer] = one.step <= other.step ? [one, other] : [other, one];
  const [y1, y2] = [inner.row + 0.5, outer.row + 0.5];
  const x1 = ENDS[inner.step];
  if (inner.step === outer.step) {
    const bow = Math.min(x1 + 5, 100);
    return `M ${x1} ${y1} C ${bow} ${y1}, ${bow} ${y2}, ${x1} ${y2}`;
  }
  const x2 = STARTS[outer.step];
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}
