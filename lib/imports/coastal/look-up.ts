/** A value of the record that its list does not have. */
export class UnmappedValue extends Error {
  override readonly name = "UnmappedValue";
  readonly list: string;
  readonly value: string;

  constructor(list: string, value: string) {
    super(`no entry of the codebook for a value of ${list}`);
    this.list = list;
    this.value = value;
  }
}

/**
 * A reader of one value list of the record. The list is closed: there is no default.
 * @throws UnmappedValue for a value that the list does not have.
 */
export function lookUp<Target>(
  list: string,
  targets: Readonly<Record<string, Target>>,
): (value: string) => Target {
  return (value) => {
    const target = Object.hasOwn(targets, value) ? targets[value] : undefined;
    if (target === undefined) throw new UnmappedValue(list, value);
    return target;
  };
}
