/** Absolute paths and what is written in their place; inner folders before outer ones. */
export type HiddenFolders = readonly (readonly [path: string, name: string])[];

const SECRETS =
  /\b(authorization|api[-_]?key|access[-_]?token|token|secret|password|passwd|cookie)(["']?\s*[=:]\s*["']?)(?:bearer\s+|basic\s+)?[^\s"'&,;]+/gi;

/** Takes secrets and folders out of a text, so that a log can be passed on. */
export function hide(text: string, folders: HiddenFolders): string {
  const withoutSecrets = text.replace(SECRETS, '$1$2[hidden]');
  return folders
    .filter(([path]) => path.length > 1)
    .reduce((result, [path, name]) => hideFolder(result, path, name), withoutSecrets);
}

/** Also in the spelling of a `file:` address, which stacks of ES modules use. */
function hideFolder(text: string, path: string, name: string): string {
  const forward = path.replaceAll('\\', '/');
  return [path, forward, encodeURI(forward)].reduce(
    (result, spelling) => result.replaceAll(spelling, name),
    text,
  );
}
