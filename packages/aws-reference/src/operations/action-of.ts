/** Operations and actions, which mostly have the same name. */
import type { ServiceReference } from "../service.js";
import { type FoundOperation, findOperation } from "./find-operation.js";

/** Operations that S3's actions are called by, where no rule gives them (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html). */
const OTHER_NAMES: Readonly<Record<string, string>> = { ListBucket: "ListObjectsV2", ListAllMyBuckets: "ListBuckets" };

/**
 * The action that an operation asks for: of the same name; or the shortest that begins with it and has no operation of its own, as `InvokeFunction` for `Invoke`;
 * or the longest that it begins with, as `SendMessage` for `SendMessageBatch`.
 *
 * @returns without the service's prefix
 */
export function actionOf(service: ServiceReference, operation: string): string {
  if (Object.hasOwn(service.actions, operation)) return operation;
  const longer = Object.keys(service.actions).filter((action) => action.startsWith(operation) && findOperation(service, action) === null);
  const shorter = Object.keys(service.actions).filter((action) => operation.startsWith(action));
  return longer.sort((a, b) => a.length - b.length)[0] ?? shorter.sort((a, b) => b.length - a.length)[0] ?? operation;
}

/** The operation that asks for an action, or has its name; `null` when there is none. */
export function operationFor(service: ServiceReference, action: string): FoundOperation | null {
  const named = findOperation(service, action) ?? findOperation(service, OTHER_NAMES[action] ?? "");
  if (named !== null) return named;
  const shorter = service.apis
    .flatMap(({ operations }) => Object.keys(operations))
    .find((operation) => action.startsWith(operation) && actionOf(service, operation) === action);
  return shorter === undefined ? null : findOperation(service, shorter);
}
