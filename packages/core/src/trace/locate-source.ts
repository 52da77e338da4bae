import type { SourceReference } from "./trace-event.js";

/** Says where a compared value was written, in the files of whoever set up the run; `null` when it came from no file. */
export type LocateSource = (reference: SourceReference) => SourceReference | null;
