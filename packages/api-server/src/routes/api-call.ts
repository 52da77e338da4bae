import type { Clock, HttpRequest, Network, Random, Span } from "@irsa-sim/core";
import type { Grant } from "../access/decide-authorization.js";
import type { User } from "../access/user.js";
import type { ObjectStore } from "../storage/object-store.js";
import type { Warnings } from "../warnings.js";
import type { Route } from "./parse-route.js";

/** What the routes work with. */
export interface ApiServerParts {
  readonly store: ObjectStore;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  /** PEM, for the ConfigMap `kube-root-ca.crt`; `null` where pods get no token for the API server. */
  readonly rootCertificate: string | null;
  /** Whether namespaces get what controllers put there. */
  readonly hasControllers: boolean;
  /** Whether objects go step by step when they are deleted. */
  readonly isLive: boolean;
  /** As `--allow-privileged`. */
  readonly allowsPrivileged: boolean;
  /** Of Kubernetes. */
  readonly minorVersion: number;
  /** What callers may do who are neither administrators nor kubelets. */
  readonly grants: readonly Grant[];
  /** The node to which new pods are bound that name none. */
  readonly nodeName: string;
  /** Told of a node that a pod names and that was not there; absent where pods make no nodes. */
  readonly onNodeJoined: ((nodeName: string) => void) | undefined;
}

/** An authorised request to a route. */
export interface ApiCall {
  readonly route: Route;
  readonly request: HttpRequest;
  readonly user: User;
  readonly span: Span;
  readonly warnings: Warnings;
}
