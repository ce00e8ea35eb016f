import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';

/** A text of the palette's own. */
export type CommandName = keyof DeskMessages['watchlist']['palette']['commands'];

/** Something that the desk does when asked by name. */
export interface DeskCommand {
  readonly name: CommandName | `study-${string}` | `list-${string}`;
  /** Where the name is none of the palette's own texts. */
  readonly words?: (messages: DeskMessages) => string;
  readonly run: () => void;
}

/** What a command is called. */
export function commandWords({ name, words }: DeskCommand, messages: DeskMessages): string {
  return words ? words(messages) : messages.watchlist.palette.commands[name as CommandName];
}
