/** How many sessions the line of a session shows; 0: the chart shows bars. */
export const SESSION_COUNTS = [0, 1, 5] as const;
export type SessionCount = (typeof SESSION_COUNTS)[number];
