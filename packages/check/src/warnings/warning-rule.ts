import type { BreaksAt } from "@irsa-sim/core";
import type { LocatedNode } from "@irsa-sim/documents";
import type { Relation } from "../relate/relation.js";

/** Something unwise that documents alone show. */
export interface FoundWarning {
  readonly cause: string;
  readonly message: string;
  readonly fix: string;
  readonly at: LocatedNode;
  readonly breaksAt: BreaksAt;
}

/** Looks for one kind of it. */
export type WarningRule = (relation: Relation) => readonly FoundWarning[];
