/** A text in the two languages of the interface. */
export interface LocalizedText {
  readonly en: string;
  readonly zh: string;
}
