/** The apps of a run: one SDK client per container and SDK, which keeps its credentials as a process would. */
import { type Clock, type Files, type Network, type Random, type TlsPolicy, trustAnchors } from "@irsa-sim/core";
import type { Kubelet } from "@irsa-sim/kubelet-projector";
import { createSdkClient, type SdkClient, type SdkId } from "@irsa-sim/sdk-credential-provider";
import { createNodeBoundApp } from "./create-node-bound-app.js";
import type { NetworkedApp } from "./network/create-pod-networks.js";
import type { AppSettings } from "./scenario/loaded-scenario.js";

/** A pod by name. */
export interface PodReference {
  readonly namespace: string;
  readonly pod: string;
}

/** The app in a container; `container` is `null` for the pod's first. */
export interface AppReference extends PodReference {
  readonly container: string | null;
  readonly sdk: SdkId;
  readonly app: AppSettings;
}

/** What the apps run on. */
export interface AppsOptions {
  readonly kubelet: Kubelet;
  /** The network as an app in a container sees it. */
  readonly networkOf: (app: NetworkedApp) => Network;
  readonly tls: TlsPolicy;
  readonly clock: Clock;
  readonly random: Random;
}

/** Creates the apps on demand. */
export function createApps({ kubelet, networkOf, tls, clock, random }: AppsOptions): {
  app(reference: AppReference): SdkClient | null;
  wrapFiles(pod: PodReference, wrap: (files: Files) => Files): void;
} {
  const clients = new Map<string, SdkClient>();
  const wrappers = new Map<string, (files: Files) => Files>();
  return {
    app(reference) {
      const container = kubelet.container(reference.namespace, reference.pod, reference.container ?? undefined);
      if (container === null) return null;
      const id = `${container.id}/${reference.sdk}`;
      const { files, environment, systemProperties, profile, region, hasStsModule, hostNetwork, trustsPublicRoots, regionFromNode } = reference.app;
      const existing = clients.get(id);
      if (existing !== undefined) return existing;
      for (const [path, content] of Object.entries(files)) putFile(container.files, path, content);
      const wrap = wrappers.get(podKey(reference)) ?? ((files: Files) => files);
      const variables = { ...container.environment, ...environment };
      const client = (regionFromNode ? createNodeBoundApp : createSdkClient)({
        sdk: reference.sdk,
        environment: variables,
        files: wrap(container.files),
        systemProperties,
        ...(profile === undefined ? {} : { profile }),
        ...(region === undefined ? {} : { region }),
        hasStsModule,
        hopsToNode: hostNetwork ? 1 : 2,
        network: networkOf({ ...reference, environment: variables, startedAt: container.startedAt, hostNetwork }),
        tls: trustsPublicRoots ? tls : trustAnchors([]),
        clock,
        random: random.stream(id),
      });
      clients.set(id, client);
      return client;
    },
    wrapFiles(pod, wrap) {
      wrappers.set(podKey(pod), wrap);
    },
  };
}

/** A file of the image, which is there before the app starts. */
function putFile(files: Files, path: string, content: string): void {
  files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/");
  files.write(path, new TextEncoder().encode(content));
}

function podKey({ namespace, pod }: PodReference): string {
  return `${namespace}/${pod}`;
}
