import { type Column, NAME, numberAt, since, type TableObject, text, textAt, wide } from "./column.js";

/** The columns of events, the object that they are about among them. */
export const EVENT_COLUMNS: readonly Column[] = [
  text("Last Seen", (event, now) => since(lastSeen(event) || firstSeen(event), now)),
  text("Type", ({ type = "" }) => String(type)),
  text("Reason", ({ reason = "" }) => String(reason)),
  text("Object", objectOf),
  wide(text("Subobject", (event) => textAt(event, "involvedObject.fieldPath"))),
  wide(text("Source", sourceOf)),
  text("Message", ({ message = "" }) => String(message).trim()),
  wide(text("First Seen", (event, now) => since(firstSeen(event), now))),
  wide(text("Count", (event) => numberAt(event, "series.count") || numberAt(event, "count") || 1)),
  wide(NAME),
];

function firstSeen(event: TableObject): string | null {
  return textAt(event, "firstTimestamp") || textAt(event, "eventTime") || null;
}

function lastSeen(event: TableObject): string | null {
  return textAt(event, "series.lastObservedTime") || textAt(event, "lastTimestamp") || null;
}

function objectOf(event: TableObject): string {
  const [kind, name] = [textAt(event, "involvedObject.kind").toLowerCase(), textAt(event, "involvedObject.name")];
  return name === "" ? kind : `${kind}/${name}`;
}

function sourceOf(event: TableObject): string {
  const component = textAt(event, "source.component") || textAt(event, "reportingComponent");
  const host = textAt(event, "source.host") || textAt(event, "reportingInstance");
  return [component, host].filter((part) => part !== "").join(", ");
}
