/** Where an entry or edits were imported from. */
export interface PackOrigin {
  /** Name of the file. */
  readonly pack: string;
  /** True where the pack alone says that the claim is confirmed. */
  readonly confirmed: boolean;
}
