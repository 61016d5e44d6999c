import {
  type BrowseKind,
  type BrowseList,
  type BrowsePage,
  type Order,
  OVERVIEW_ORDERS,
  type OverviewOrder,
  SEGMENT_OF,
} from '../core/present/browse.ts';

interface Route {
  params: { list: string; id: string; page: string | undefined };
  props: { kind: BrowseKind; order: Order; page: number };
}

/** The routes of all pages of a list, in every order. */
export function routesOf({ kind, id, orders }: BrowseList): Route[] {
  return orders.flatMap(({ order, pages }) =>
    Array.from({ length: pages }, (_, index) => ({
      params: { list: SEGMENT_OF[kind], id, page: pathOf(order === 'server' ? null : order, index + 1) },
      props: { kind, order, page: index + 1 },
    })),
  );
}

/** The routes of all pages of the list of servers or of vendors but the first, which stands elsewhere. */
export function overviewRoutes(
  pages: number,
): { params: { page: string | undefined }; props: { order: OverviewOrder; page: number } }[] {
  return OVERVIEW_ORDERS.flatMap((order) =>
    Array.from({ length: pages }, (_, index) => ({
      params: { page: pathOf(order, index + 1) },
      props: { order, page: index + 1 },
    })),
  ).slice(1);
}

function pathOf(order: string | null, page: number): string | undefined {
  const parts = [...(order === null ? [] : [`by-${order}`]), ...(page === 1 ? [] : [String(page)])];
  return parts.length === 0 ? undefined : parts.join('/');
}

const PARENT: Record<BrowseKind, string> = {
  risk: 'Risk',
  category: 'Categories',
  flag: 'Flags',
  vendor: 'Vendors',
};

/** What a page of a list is called; no two pages are called the same. */
export function headingOf({ kind, label, orders, order, page }: BrowsePage): {
  heading: string;
  title: string;
  parent: string;
  pages: number;
  suffix: string;
} {
  const heading = {
    risk: label,
    category: `${label} tools`,
    flag: `Flag: ${label}`,
    vendor: `Tools of ${label}`,
  }[kind];
  const pages = orders.find((one) => one.order === order)?.pages ?? 1;
  const suffix = `${order === 'server' ? '' : `, by ${order}`}${pages === 1 ? '' : `, page ${page} of ${pages}`}`;
  const title = kind === 'vendor' ? `MCP tools of the vendor ${label}` : `${heading}: MCP tools`;
  return { heading, title: title + suffix, parent: PARENT[kind], pages, suffix };
}
