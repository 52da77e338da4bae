/** The apps of a run: one SDK client per container and SDK, which keeps its credentials as a process would. */
import type { Clock, Files, Network, Random, TlsPolicy } from "@irsa-sim/core";
import type { Kubelet } from "@irsa-sim/kubelet-projector";
import { createSdkClient, type SdkClient, type SdkId } from "@irsa-sim/sdk-credential-provider";
import type { AppSettings } from "./scenario/loaded-scenario.js";
import { windowsFiles } from "./world/windows-files.js";

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
  readonly network: Network;
  readonly tls: TlsPolicy;
  readonly clock: Clock;
  readonly random: Random;
  /** The node's, and so the containers'. */
  readonly os: "linux" | "windows";
}

/** Creates the apps on demand. */
export function createApps({ kubelet, network, tls, clock, random, os }: AppsOptions): {
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
      const { files, environment, systemProperties, profile, region, hasStsModule, hostNetwork, knowsPodIdentity, user } = reference.app;
      const existing = clients.get(id);
      if (existing !== undefined) return existing;
      for (const [path, content] of Object.entries(files)) putFile(container.files, path, content);
      const wrap = wrappers.get(podKey(reference)) ?? ((files: Files) => files);
      const seen = os === "windows" ? windowsFiles : (own: Files) => own;
      const client = createSdkClient({
        sdk: reference.sdk,
        environment: { ...container.environment, ...environment },
        files: seen(wrap(user === undefined ? container.files : container.filesOf({ uid: user, gids: [user] }))),
        os,
        systemProperties,
        ...(profile === undefined ? {} : { profile }),
        ...(region === undefined ? {} : { region }),
        hasStsModule,
        knowsPodIdentity,
        hopsToNode: hostNetwork ? 1 : 2,
        network,
        tls,
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
