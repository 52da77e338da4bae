import type { ClusterStateAccess } from "@irsa-sim/api-server";
import type { AccountId, DrivenClock, Files, HostDirectory, HttpResponse, IssuerUrl, Network, Partition, Span, Trace } from "@irsa-sim/core";
import type { Kubelet } from "@irsa-sim/kubelet-projector";
import type { SdkClient } from "@irsa-sim/sdk-credential-provider";
import type { AppReference, PodReference } from "./apps/app-reference.js";
import type { WantedToken } from "./apps/request-token.js";
import type { Controller } from "./controller/controller.js";
import type { Developer } from "./developer/developer.js";
import type { KeyMaterial } from "./keys/key-material.js";
import type { Cut, NetworkPlace } from "./network/network-place.js";
import type { AnswerScript } from "./network/scripted-answers.js";
import type { OriginOfCredentials, PresentedCredentials } from "./node/origin-of-credentials.js";
import type { Refusal } from "./refusal.js";
import type { CalledService } from "./services/create-services.js";
import type { Associations } from "./settings/webhook/container-credentials/create-associations.js";
import type { AwsStateAccess } from "./world/aws-state.js";

/** The wired actors, and the handles that those who play with the world need, with those of the first cluster; it lives until it is closed. */
export interface World {
  /** The first one first. */
  readonly clusterNames: readonly string[];
  /**
   * The world as it looks from one cluster: with its kubelet, its API server, the apps of its pods, and faults that others do not feel.
   *
   * @param name `null` for the first cluster
   */
  inCluster(name: string | null): World;
  readonly clock: DrivenClock;
  readonly trace: Trace;
  readonly keys: KeyMaterial;
  readonly issuerUrl: IssuerUrl;
  readonly developer: Developer;
  /** The access key of the developer's user in the first account. */
  developerKey(): { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly controller: Controller;
  readonly kubelet: Kubelet;
  readonly partition: Partition;
  /** The cluster's account. */
  readonly accountId: AccountId;
  /** Who answers where, with what a scenario puts in the place of answers. */
  readonly hosts: HostDirectory;
  /** The network as one place sees it, with what is cut off and slow from there: the way in for who is no actor. */
  networkFrom(place: NetworkPlace): Network;
  /** Lets the issuer sign with a new key. */
  rotateIssuerKey(rotation: { readonly publish: boolean; readonly keepOld: boolean }): Promise<{ readonly from: string; readonly to: string }>;
  /** The service that an action such as `secretsmanager:GetSecretValue` is asked of, which is on the network from then on; `null` when there is none. */
  findService(action: string): Promise<CalledService | null>;
  /** Where the temporary credentials of a request come from, also those that another world with the same key issued; `null` for any others. */
  originOfCredentials(presented: PresentedCredentials): Promise<OriginOfCredentials | null>;
  /** The app in a pod, with the SDK it is built with; `null` while its container does not run. */
  app(reference: AppReference): SdkClient | null;
  /** Asks the API server for a token, from the network of pods. */
  requestToken(wanted: WantedToken, span: Span): Promise<HttpResponse>;
  /** Lets a fault stand between the apps of a pod and their files. */
  wrapFiles(pod: PodReference, wrap: (files: Files) => Files): void;
  /** A container's files as the pod's apps read them, with what stands between. */
  filesAsRead(pod: PodReference, files: Files): Files;
  /** Cuts a host off, from everybody or from one place. */
  blockHost(cut: Cut): void;
  /** Puts answers in the place of a service's own. */
  answer(script: AnswerScript): void;
  /** Lets every request to a host take so long on its way; 0 for no time. */
  delayHost(host: string, delayMs: number): void;
  /** Lets changes of service accounts reach the webhook's cache only after a while; 0 for at once. */
  delayWebhookWatch(delayMs: number): void;
  /** What the API server stores; `null` when there is no such object. */
  readObject(kind: string, namespace: string, name: string): object | null;
  /** Who gets EKS Pod Identity. */
  readonly associations: Associations;
  /** The pod of that name, or else the first of the workload of that name, whose newest part counts; the name itself when there is neither. */
  podNamed(namespace: string, name: string): string;
  /** Records that a call in the background was refused; the first one counts. */
  refuseInBackground(refusal: Refusal): void;
  /** Hands over that refusal, once; `null` when there was none. */
  takeBackgroundRefusal(): Refusal | null;
  /** Lets what stands in IAM count as having been there for ever, so that everybody sees it. */
  settleIam(): void;
  /** What the API server stores, for who keeps it; `null` for a cluster that keeps it itself. */
  readonly clusterState: ClusterStateAccess | null;
  /** What clients can change in IAM and S3. */
  readonly awsState: AwsStateAccess;
  /** Closes what the network holds open. */
  close(): Promise<void>;
}
