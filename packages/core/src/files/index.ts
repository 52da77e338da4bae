/** File trees: a POSIX tree in memory, and what a container sees of one. */
export { FileError, type FileErrorCode } from "./file-error.js";
export type { FileStatus, Files, FileUser } from "./files.js";
export { createFilesView, type FileMount } from "./files-view.js";
export { createInMemoryFiles } from "./in-memory-files.js";
