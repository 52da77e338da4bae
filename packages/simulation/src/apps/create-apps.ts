/** The apps of a run: one SDK client per container, SDK and settings, which keeps its credentials as a process would. */
import type { Clock, Files, Network, Random, Span } from "@irsa-sim/core";
import type { Kubelet } from "@irsa-sim/kubelet-projector";
import { createSdkClient, type SdkClient, type SdkClientOptions, withRealpathCache } from "@irsa-sim/sdk-credential-provider";
import type { NetworkedApp } from "../network/create-pod-networks.js";
import type { AppReference, PodReference } from "./app-reference.js";
import type { AppSettings, FileCopy } from "./app-settings.js";
import { createNodeBoundApp } from "./create-node-bound-app.js";
import { type Roots, trustOf } from "./trust-of.js";
import { windowsFiles } from "./windows-files.js";

/** What the apps run on. */
export interface AppsOptions {
  readonly kubelet: Kubelet;
  /** The network as an app in a container sees it. */
  readonly networkOf: (app: NetworkedApp) => Network;
  readonly roots: Roots;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the apps' runtimes take notes. */
  readonly root: Span;
  /** The node's, and so the containers'. */
  readonly os: "linux" | "windows";
}

/** Creates the apps on demand. */
export function createApps({ kubelet, networkOf, roots, clock, random, root, os }: AppsOptions): {
  app(reference: AppReference): SdkClient | null;
  wrapFiles(pod: PodReference, wrap: (files: Files) => Files): void;
  filesAsRead(pod: PodReference, files: Files): Files;
} {
  /** By container and SDK, then by settings. */
  const clients = new Map<string, Map<string, SdkClient>>();
  const wrappers = new Map<string, (files: Files) => Files>();
  const filesAsRead = (pod: PodReference, files: Files): Files => wrappers.get(podKey(pod))?.(files) ?? files;
  return {
    app(reference) {
      const container = kubelet.container(reference.namespace, reference.pod, reference.container ?? undefined);
      if (container === null) return null;
      const { files, copies, environment, systemProperties, hostNetwork, caFiles, realpathCacheMs, habits, user, regionFromNode } = reference.app;
      const process = `${container.id}/${reference.sdk}`;
      const ofProcess = clients.get(process) ?? new Map<string, SdkClient>();
      clients.set(process, ofProcess);
      const settings = JSON.stringify(reference.app);
      const existing = ofProcess.get(settings);
      if (existing !== undefined) return existing;
      for (const [path, content] of Object.entries(files)) putFile(container.files, path, content);
      for (const [path, names] of Object.entries(caFiles)) putFile(container.files, path, names.flatMap((name) => roots[name]).join(""));
      for (const copy of copies) copyFile(container.files, copy);
      const own = filesAsRead(reference, user === undefined ? container.files : container.filesOf({ uid: user, gids: [user] }));
      const seen = os === "windows" ? windowsFiles(own) : own;
      const variables = { ...container.environment, ...environment };
      const client = (regionFromNode ? createNodeBoundApp : createSdkClient)({
        sdk: reference.sdk,
        environment: variables,
        files: realpathCacheMs === null ? seen : withRealpathCache(seen, { ttlMs: realpathCacheMs, clock, root }),
        os,
        systemProperties,
        ...builtWith(reference.app),
        hopsToNode: hostNetwork ? 1 : 2,
        network: networkOf({ ...reference, environment: variables, startedAt: container.startedAt, hostNetwork }),
        tls: trustOf({ sdk: reference.sdk, app: reference.app, environment: variables, files: seen, root }, roots),
        clock,
        habits,
        random: random.stream(ofProcess.size === 0 ? process : `${process}/${ofProcess.size}`),
      });
      ofProcess.set(settings, client);
      return client;
    },
    filesAsRead,
    wrapFiles(pod, wrap) {
      wrappers.set(podKey(pod), wrap);
    },
  };
}

/** What stands in the app's code, and what was built in with it. */
function builtWith({
  profile,
  region,
  hasStsModule,
  knowsPodIdentity,
  httpClients,
  sdkVersion,
  credentials,
  webIdentityToken,
}: AppSettings): Partial<SdkClientOptions> {
  return {
    hasStsModule,
    knowsPodIdentity,
    httpClients,
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
    ...(sdkVersion === undefined ? {} : { sdkVersion }),
    ...(credentials === undefined ? {} : { providers: credentials }),
    ...(webIdentityToken === undefined ? {} : { webIdentityToken }),
  };
}

/** What an entry point does before it starts the app. */
function copyFile(files: Files, { from, to, append = "" }: FileCopy): void {
  putFile(files, to, new TextDecoder().decode(files.read(from)) + append);
}

/** A file of the image, which is there before the app starts. */
function putFile(files: Files, path: string, content: string): void {
  files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/");
  files.write(path, new TextEncoder().encode(content));
}

function podKey({ namespace, pod }: PodReference): string {
  return `${namespace}/${pod}`;
}
