import type { ChangeEvent, CheckEvent, NoteEvent } from "@irsa-sim/core";
import type { Arrow } from "./arrow.js";

/** One thing that happened; `kind`, `seq` and `at` are on each. */
export type Moment = Arrow | CheckEvent | ChangeEvent | NoteEvent;
