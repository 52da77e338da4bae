/**
 * CloudTrail's events of AssumeRoleWithWebIdentity: one alone, the `Records` of a log file, or what `aws cloudtrail lookup-events` prints. Other events are passed over.
 * @see sts-and-iam.md, section 9.2
 */
import { objectAt } from "../../tree/build-node.js";
import { type LocatedNode, memberOf, type ObjectNode } from "../../tree/located-tree.js";
import { decodeDocument } from "../iam/decode-document.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { joinRecognitions, type Recognition } from "../recognition.js";
import { textOf } from "../text-of.js";

/** Where an event has what a document holds. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  time: ["eventTime"],
  subject: ["userIdentity", "userName"],
  provider: ["userIdentity", "identityProvider"],
  role: ["requestParameters", "roleArn"],
  errorCode: ["errorCode"],
  errorMessage: ["errorMessage"],
};

/** A file of events, in whatever form CloudTrail gives it. */
export const webIdentityCalls: Recogniser = (object) => {
  const records = memberOf(object, "Records");
  if (records?.kind === "list" && records.items.some(isEvent)) return several(object, "Records", records.items.map(eventIn));
  const found = memberOf(object, "Events");
  if (found?.kind === "list" && found.items.some((item) => memberOf(item, "CloudTrailEvent") !== null))
    return several(object, "Events", found.items.map(lookedUp));
  return isEvent(object) ? eventIn(object) : null;
};

function several(object: ObjectNode, member: string, found: readonly Recognition[]): Recognition {
  return joinRecognitions([{ documents: [], passedOver: passedOverIn(object, { taken: [member], used: ["NextToken"] }), faults: [] }, ...found]);
}

/** `lookup-events` has each event as JSON in a text. */
function lookedUp(item: LocatedNode): Recognition {
  const written = memberOf(item, "CloudTrailEvent");
  if (written === null) return passedOver(item);
  const { node, faults = [] } = decodeDocument(written);
  const { documents } = node === null ? { documents: [] } : eventIn(node);
  return { documents, passedOver: passedOver(item).passedOver, faults };
}

function eventIn(event: LocatedNode): Recognition {
  if (!isEvent(event) || textOf(memberOf(event, "eventName")) !== "AssumeRoleWithWebIdentity") return passedOver(event);
  const members = Object.entries(MEMBERS).map(([name, path]) => [name, path.reduce<LocatedNode | null>(memberOf, event)]);
  const node = objectAt(event.place, Object.fromEntries(members) as Record<string, LocatedNode | null>);
  return { documents: [{ kind: "web-identity-call", node }], passedOver: [{ name: "", node: event, because: "envelope" }], faults: [] };
}

function isEvent(node: LocatedNode): boolean {
  return textOf(memberOf(node, "eventName")) !== null && textOf(memberOf(node, "eventSource")) !== null;
}

function passedOver(node: LocatedNode): Recognition {
  return { documents: [], passedOver: [{ name: "an event", node, because: "live" }], faults: [] };
}
