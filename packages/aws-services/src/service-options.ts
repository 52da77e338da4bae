import type { ServiceReference } from "@irsa-sim/aws-reference";
import type { Clock, HttpRequest, JsonObject, Random, Span } from "@irsa-sim/core";
import type { Authenticate, Caller, Iam, StoredPolicy } from "@irsa-sim/iam";
import type { WireForm } from "./wire-form.js";

/** What a service is made from. */
export interface ServiceOptions {
  /** `secretsmanager`. */
  readonly prefix: string;
  readonly reference: ServiceReference;
  /** The region that was asked. */
  readonly region: string;
  /** The region that signatures must name. */
  readonly signingRegion: string;
  readonly partition: string;
  readonly iam: Iam;
  readonly authenticate: Authenticate;
  /** The policy of a resource, where it has one; `null` else. */
  readonly policyOf: (resource: string) => StoredPolicy | null;
  readonly clock: Clock;
  readonly random: Random;
}

/** A request on its way through the checks. */
export interface ServiceRequest {
  readonly options: ServiceOptions;
  readonly request: HttpRequest;
  readonly form: WireForm;
  readonly signingName: string;
  readonly span: Span;
}

/** A request whose caller is known, and what it asks for. */
export interface ServiceCall extends ServiceRequest {
  readonly caller: Caller;
  readonly operation: string;
  readonly parameters: JsonObject;
}
