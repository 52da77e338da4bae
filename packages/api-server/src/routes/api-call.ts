import type { Clock, HttpRequest, Network, Random, Span } from "@irsa-sim/core";
import type { User } from "../access/user.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import type { ObjectStore } from "../storage/object-store.js";
import type { Route } from "./parse-route.js";

/** What the routes work with. */
export interface ApiServerParts {
  readonly store: ObjectStore;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  /** PEM, for the ConfigMap `kube-root-ca.crt`; `null` where pods get no token for the API server. */
  readonly rootCertificate: string | null;
  /** Finds a node for a new pod and tells who watches. */
  podCreated(pod: StoredObject, span: Span): void;
  /** Tells who watches that a pod changed or went. */
  podsChanged(span: Span): void;
}

/** An authorised request to a route. */
export interface ApiCall {
  readonly route: Route;
  readonly request: HttpRequest;
  readonly user: User;
  readonly span: Span;
}
