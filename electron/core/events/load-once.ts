/**
 * Loads at the first wish and never again, whoever asks; after a failure, which each who waited for it
 * hears of, the next wish loads anew.
 */
export function loadOnce(load: () => Promise<void>): () => Promise<void> {
  let loading: Promise<void> | null = null;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
}
