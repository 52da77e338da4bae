import type { Files } from "@irsa-sim/core";

/** The same files; `onWrite` is called before each attempt to change one. */
export function observeWrites(files: Files, onWrite: () => void): Files {
  const observed =
    <Input extends readonly unknown[]>(change: (...input: Input) => void) =>
    (...input: Input): void => {
      onWrite();
      change(...input);
    };
  return {
    ...files,
    write: observed(files.write),
    makeDirectory: observed(files.makeDirectory),
    symlink: observed(files.symlink),
    rename: observed(files.rename),
    remove: observed(files.remove),
    changeMode: observed(files.changeMode),
    changeOwner: observed(files.changeOwner),
  };
}
