import { settled, type SymbolFamily } from '../symbol-reading';

/** Yahoo's `^GSPC`. What others call an index (`SP:SPX`) stands in the catalogue. */
export const readIndex: SymbolFamily = ({ upper }) => {
  const [, name] = /^(?:INDEX:)?(\^[A-Z0-9][A-Z0-9.-]{0,18})$/.exec(upper) ?? [];
  return name === undefined ? [] : settled([`INDEX:${name}`]);
};
