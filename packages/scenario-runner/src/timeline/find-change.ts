import type { z } from "zod";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { annotate } from "./annotate/index.js";
import type { annotateSchema } from "./annotate/schema.js";
import { iam } from "./iam/index.js";
import type { iamSchema } from "./iam/schema.js";
import type { PlannedAction } from "./timeline-entry.js";

/** A document, or a part of one, that an action of the timeline wrote anew. */
export interface DocumentChange {
  /** Index of the action in the timeline. */
  readonly index: number;
  /** Where the action holds it: `["trustPolicy"]`. */
  readonly member: readonly string[];
  /** What of the asked path lies within that. */
  readonly rest: readonly string[];
}

/**
 * The last action, up to one of the timeline, that wrote a document or the asked part of it; `null` when it is as the files have it.
 *
 * @param source `role/NAME/trust-policy`, as for `LoadedScenario.locate`
 * @param path into the document, in IAM's words
 * @param last index of the last action that was begun
 */
export function findChange(
  { timeline, cluster: { name: first } }: Pick<LoadedScenario, "timeline" | "cluster">,
  asked: AskedPlace,
  last: number,
): DocumentChange | null {
  for (let index = Math.min(last, timeline.length - 1); index >= 0; index -= 1) {
    const entry = timeline[index];
    const change = entry?.kind === "action" ? changeBy(entry, asked, first) : null;
    if (change !== null) return { index, ...change };
  }
  return null;
}

/** A place in a document. */
export interface AskedPlace {
  readonly source: string;
  readonly path: readonly string[];
  /** Whose object is meant; any cluster's when absent. */
  readonly cluster?: string | undefined;
}

function changeBy({ definition, action, cluster }: PlannedAction, asked: AskedPlace, first: string): Omit<DocumentChange, "index"> | null {
  if (definition === iam) return changeByIam(action as z.infer<typeof iamSchema>, asked);
  // IAM is everybody's; objects are a cluster's own.
  if (asked.cluster !== undefined && asked.cluster !== (cluster ?? first)) return null;
  return definition === annotate ? changeByAnnotation(action as z.infer<typeof annotateSchema>, asked) : null;
}

/** What IAM and the action call the same list. */
const LISTS: Readonly<Record<string, "clientIds" | "thumbprints">> = { ClientIDList: "clientIds", ThumbprintList: "thumbprints" };

function changeByIam(change: z.infer<typeof iamSchema>, { source, path }: AskedPlace): Omit<DocumentChange, "index"> | null {
  const [kind = "", name = "", part = "", ...policy] = source.split("/");
  if (kind === "role" && name === change.role) {
    if (part === "trust-policy") return change.trustPolicy === undefined ? null : { member: ["trustPolicy"], rest: path };
    const document = change.policies?.[policy.join("/")];
    return part === "policy" && document !== undefined && document !== null ? { member: ["policies", policy.join("/")], rest: path } : null;
  }
  if (kind !== "oidc-provider" || `https://${source.slice(kind.length + 1)}` !== change.oidcProvider) return null;
  const [first = "", ...rest] = path;
  const list = LISTS[first];
  return list === undefined || change[list] === undefined ? null : { member: [list], rest };
}

function changeByAnnotation(change: z.infer<typeof annotateSchema>, { source, path }: AskedPlace): Omit<DocumentChange, "index"> | null {
  const [kind, name] = change.pod === undefined ? ["ServiceAccount", change.serviceAccount] : ["Pod", change.pod];
  const [metadata, annotations, key = "", ...rest] = path;
  const isAsked = source === `${kind}/${change.namespace}/${name}` && metadata === "metadata" && annotations === "annotations";
  return isAsked && key in change.annotations ? { member: ["annotations", key], rest } : null;
}
