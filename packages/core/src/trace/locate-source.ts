import type { Subject } from "./subject.js";
import type { SourceReference } from "./trace-event.js";

/** Says where a compared value was written, for whom the check is about, in the files of whoever set up the run; `null` when it came from no file. */
export type LocateSource = (reference: SourceReference, subject?: Subject) => SourceReference | null;
