/** Texts of what the user keeps of one instrument of a list. */
export const enListItem = {
  targets: 'Targets',
  addTarget: 'Add a target',
  targetPrice: 'Price',
  targetLabel: 'Label',
  removeTarget: (n: number) => `Remove target ${n}`,
  lots: 'Purchases and sales',
  lotsHelp: 'A sale has a negative quantity. A currency that is left out is the instrument’s own.',
  addLot: 'Add a purchase',
  lot: {
    quantity: 'Quantity',
    price: 'Price',
    currency: 'Currency',
    date: 'Date',
    commission: 'Commission',
    comment: 'Comment',
  },
  removeLot: (n: number) => `Remove purchase ${n}`,
  faults: {
    targetPrice: (n: number) => `Target ${n}: a price is a number of 0 or more.`,
    quantity: (n: number) => `Purchase ${n}: the quantity is a number other than 0.`,
    price: (n: number) => `Purchase ${n}: a price is a number of 0 or more, or nothing.`,
    currency: (n: number) => `Purchase ${n}: a currency has three letters, or is left out.`,
    date: (n: number) => `Purchase ${n}: a date is written 2026-05-28, or is left out.`,
    commission: (n: number) => `Purchase ${n}: a commission is a number, or nothing.`,
  },
};

export type ListItemMessages = typeof enListItem;
