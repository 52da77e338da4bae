import { invalidField } from "../kubernetes-status.js";
import { type CheckContext, enforce } from "./check-context.js";

/** The body may name the service account only as the URL does. */
export function checkMetadata({ span, request, namespace, name }: CheckContext): void {
  const rows = [
    { field: "metadata.name", sent: request.metadata.name, wanted: name, rule: "must match the service account name if specified" },
    { field: "metadata.namespace", sent: request.metadata.namespace, wanted: namespace, rule: "must match the service account namespace if specified" },
  ];
  const wrong = rows.find(({ sent, wanted }) => sent && sent !== wanted);
  if (wrong?.sent === undefined) return;
  const refusal = invalidField(name, wrong.field, `Invalid value: "${wrong.sent}": ${wrong.rule}`);
  enforce(span, { check: "tokens-controller.metadata", title: "body names what the URL names", expected: wrong.wanted, actual: wrong.sent }, refusal);
}
