import { SimulatorError } from "../errors/simulator-error.js";

/** POSIX names of what can go wrong with a file. */
export type FileErrorCode = "ENOENT" | "EACCES" | "EEXIST" | "ENOTDIR" | "EISDIR" | "ELOOP" | "EROFS" | "EINVAL" | "ENOTEMPTY" | "EXDEV" | "ENAMETOOLONG";

/** A file operation that the tree refuses; the message has the form that Node's `fs` gives it. */
export class FileError extends SimulatorError {
  override readonly code: FileErrorCode;
  readonly #what: string;
  readonly #operation: string;

  constructor(code: FileErrorCode, what: string, operation: string, path: string) {
    super(`${code}: ${what}, ${operation} '${path}'`);
    this.code = code;
    this.#what = what;
    this.#operation = operation;
  }

  /** The same error, told of another path. */
  at(path: string): FileError {
    return new FileError(this.code, this.#what, this.#operation, path);
  }
}
