/** A row of tiles that fills the width. */
export interface Row {
  /** The first tile, counted from 0. */
  readonly start: number;
  /** Behind the last tile. */
  readonly end: number;
  /** CSS pixels. */
  readonly height: number;
}

/** How wide the page is, how high a row is at least, and what lies between tiles: CSS pixels. */
export interface RowSizes {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/**
 * Breaks tiles into rows as CSS does where there are no scripts (CSS Flexible Box Layout, section 9.3), so that nothing moves when the
 * scripts take over: as many as fit at the least height, then all of them grown to fill the width. The last row stays at the least height.
 * @param ratios Width ÷ height of every tile.
 * @param from The tile that the first of the rows begins with.
 */
export const breakIntoRows = (ratios: readonly number[], sizes: RowSizes, from = 0): Row[] => {
  const rows: Row[] = [];
  let start = from;
  let sum = 0;
  for (let index = from; index < ratios.length; index++) {
    const ratio = ratios[index]!;
    const gaps = (index - start) * sizes.gap;
    if (index > start && (sum + ratio) * sizes.height + gaps > sizes.width) {
      rows.push({ start, end: index, height: (sizes.width - (index - start - 1) * sizes.gap) / sum });
      start = index;
      sum = 0;
    }

    sum += ratio;
  }

  if (start < ratios.length) {
    rows.push({ start, end: ratios.length, height: Math.min(sizes.height, sizes.width / sum) });
  }

  return rows;
};
