const unasked = (): Promise<never> => Promise.reject(new Error('nothing is studied here'));

/** For tests that ask for bars alone. */
export const NO_STUDIES = { study: unasked, studyFamily: unasked, forget: (): void => undefined };
export const NO_BUNDLES = { make: unasked };
