const IN_BRACKETS = /\s*[（(][^)）]*[)）]/gu;
const SEVERAL = /\s+and\s+|\s*[,;、]\s*/u;

/** How an instruction set is called over all its versions and cores; the first that fits counts. */
const INSTRUCTION_SETS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Arm', /\barm(v\d|\b)/i],
  ['RISC-V', /\brisc-v\b/i],
  ['x86', /\bx86/i],
  ['LoongArch', /\bloongarch/i],
  ['Da Vinci', /\bda vinci\b/i],
];

/** The instruction sets that an entry names, as families: `Armv9 (Neoverse V2)` is `Arm`. */
export function instructionSets(stated: string): readonly string[] {
  const families = INSTRUCTION_SETS.filter(([, pattern]) => pattern.test(stated));
  if (families.length > 0) return families.map(([name]) => name);
  return namesIn(stated);
}

/** The foundries that an entry names: `TSMC and Samsung`, `SMIC (main reported)`. */
export function foundries(stated: string): readonly string[] {
  return namesIn(stated);
}

function namesIn(stated: string): readonly string[] {
  const names = stated.replace(IN_BRACKETS, '').split(SEVERAL);
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
