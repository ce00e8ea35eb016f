/** An element of a parsed document. Names are in lower case, with their prefix: `dc:date`. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text inside, that of its children included, in order. */
  readonly text: string;
}

/** The first child of one of these names, in the order of the names; undefined where there is none. */
export function childOf(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  for (const name of names) {
    const child = node.children.find((each) => each.name === name);
    if (child) return child;
  }
  return undefined;
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
