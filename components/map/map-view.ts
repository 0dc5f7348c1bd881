/** A place on the map, in words. */
export interface MapPoint {
  readonly id: string;
  /** The same map with this place beside it. */
  readonly href: string;
  readonly name: string;
  readonly precision: string;
  /** "12 incidents, 3 testimonies". */
  readonly counts: string;
  readonly total: number;
  /** In units of a map of 1,000 width. */
  readonly x: number;
  readonly y: number;
  /** Of the ring within which the place lies, in the same units; 0 draws none. */
  readonly radius: number;
  /** The record that the person came for is there. */
  readonly isMarked: boolean;
}

export interface MapLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What lies below the points: outlines as SVG paths of 1,000 units width, and the names of areas. */
export interface MapGround {
  readonly countries: string;
  readonly governorates: string;
  readonly labels: readonly MapLabel[];
  /** From this zoom on the names have room. */
  readonly labelZoomMin: number;
}
