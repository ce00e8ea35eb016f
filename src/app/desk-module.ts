/**
 * Panes, charts and texts: everything but the frame. A chunk of its own, so that the frame stands on
 * the screen while it loads.
 */
export const deskModule = import('./DeskView.svelte');
