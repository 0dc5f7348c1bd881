/** A record in the graph, in words. */
export interface GraphNode {
  readonly id: string;
  readonly step: 0 | 1 | 2;
  readonly row: number;
  /** What it is, in a word. */
  readonly kind: string;
  readonly noun: string;
  readonly title: string;
  readonly code: string;
  /** Its own page. */
  readonly href: string;
  /** The graph with it in the middle. */
  readonly graphHref: string;
  /** How it belongs to the record that it was found from; empty for the middle. */
  readonly via: string;
  readonly parentId: string | null;
}

/** A link between two that are drawn. */
export interface GraphLine {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}
