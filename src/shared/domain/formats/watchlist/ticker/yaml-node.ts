/** A value of a YAML text; every scalar is text, and knows the line on which it stands. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly text: string; readonly line: number }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly line: number }
  | {
      readonly kind: 'map';
      readonly entries: readonly (readonly [key: string, value: YamlNode])[];
      readonly line: number;
    };

/** The first value of a key; undefined where the node is no map or has no such key. */
export function yamlField(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.find(([name]) => name === key)?.[1] : undefined;
}

export function yamlItems(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function yamlText(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

/** What is outside of the part of YAML that is read here. */
export class YamlFault extends Error {
  override readonly name = 'YamlFault';

  constructor(readonly line: number) {
    super(`line ${line}`);
  }
}
