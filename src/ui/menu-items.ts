import type { Component } from 'svelte';

/** One line of a menu: something to do, or a menu of its own behind it. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: Component<{ size?: number; strokeWidth?: number }>;
  /** The key that does the same, as it is shown. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
  /** Runs after the menu has closed and the focus is back where it came from. */
  readonly run?: () => void;
  readonly items?: readonly MenuItem[];
}

/** What a menu opens beside: an element, or a point that the pointer gave. */
export interface MenuAnchor {
  getBoundingClientRect(): DOMRect;
}

/** Lines between two hairlines. */
export type MenuGroup = readonly MenuItem[];

export interface MenuRequest {
  readonly label: string;
  readonly anchor: MenuAnchor;
  readonly groups: readonly MenuGroup[];
}

/** The place where a context menu was asked for. */
export function anchorAt(event: MouseEvent): MenuAnchor {
  const { clientX, clientY } = event;
  return { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) };
}
