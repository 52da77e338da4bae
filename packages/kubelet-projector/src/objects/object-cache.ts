/**
 * ConfigMaps and Secrets that pods on the node use: fetched when they are first needed, and again after their watch told that they changed.
 * Leaves out: that a watch ends with the last pod that uses the object, and that a kubelet which starts again reads everything again.
 */
import { bodyText, type Clock, NetworkError, type Span } from "@irsa-sim/core";
import { listAndWatch } from "@irsa-sim/core/list-and-watch";
import { VolumeError } from "../projected-volume/volume-error.js";
import type { ApiServerClient } from "../token-manager/request-token.js";

/** Which object. */
export interface ObjectReference {
  readonly kind: "ConfigMap" | "Secret";
  readonly namespace: string;
  readonly name: string;
}

/** Reads objects. */
export interface ObjectCache {
  /**
   * The content by key; `null` when there is no such object.
   *
   * @throws {VolumeError} when the API server refuses or cannot be reached
   */
  read(reference: ObjectReference, root: Span): Promise<ReadonlyMap<string, Uint8Array> | null>;
  /** Whether it is there and was read; what is not there is asked for at every look. */
  isKnown(reference: ObjectReference): boolean;
}

/** What a cache works with. */
export interface ObjectCacheOptions extends ApiServerClient {
  readonly clock: Clock;
  /** Where the watches' own requests are recorded. */
  readonly cacheSpan: Span;
  /** Ends the watches. */
  readonly signal: AbortSignal;
  /** Told that an object is to be read again. */
  onChanged(reference: ObjectReference): void;
}

interface Stored {
  readonly metadata?: { readonly resourceVersion?: string };
  readonly message?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

interface Cached {
  readonly version: string | undefined;
  readonly content: ReadonlyMap<string, Uint8Array>;
}

/** Creates an empty cache. */
export function createObjectCache(options: ObjectCacheOptions): ObjectCache {
  const { clock, cacheSpan, onChanged } = options;
  const cache = new Map<string, Cached>();
  const watched = new Set<string>();
  const watch = (reference: ObjectReference): void => {
    const { kind, name } = reference;
    const key = keyOf(reference);
    if (watched.has(key)) return;
    watched.add(key);
    const onChange: Parameters<typeof listAndWatch>[0]["onChange"] = ({ type, object: { metadata } }) => {
      // The first thing that a watch tells is mostly what was just read.
      if (type !== "DELETED" && cache.get(key)?.version === metadata.resourceVersion) return;
      cache.delete(key);
      onChanged(reference);
    };
    const url = collectionUrl(options, reference);
    const loop = { ...options, span: cacheSpan, url, name: `${kind}s`, fieldSelector: `metadata.name=${name}`, onChange };
    clock.at(clock.now(), () => listAndWatch(loop));
  };
  return {
    async read(reference, root) {
      const key = keyOf(reference);
      const cached = cache.get(key);
      if (cached !== undefined) return cached.content;
      const fetched = await fetchObject(options, reference, root);
      // An object that is not there is asked for again.
      if (fetched === null) return null;
      cache.set(key, fetched);
      watch(reference);
      return fetched.content;
    },
    isKnown: (reference) => cache.has(keyOf(reference)),
  };
}

function collectionUrl({ apiServerUrl }: ApiServerClient, { kind, namespace }: ObjectReference): string {
  return `${apiServerUrl}/api/v1/namespaces/${namespace}/${kind.toLowerCase()}s`;
}

async function fetchObject(client: ApiServerClient, reference: ObjectReference, root: Span): Promise<Cached | null> {
  const { kind, name } = reference;
  const url = `${collectionUrl(client, reference)}/${name}`;
  const headers = { authorization: `Bearer ${client.bearerToken}`, accept: "application/json" };
  const span = root.enter(`Read ${kind} ${name}`, { step: 2, actor: "kubelet" });
  try {
    const response = await client.network.send({ method: "GET", url, headers, body: "" }, span, { name: `Get${kind}`, tls: client.tls });
    if (response.status === 404) return null;
    const object = JSON.parse(bodyText(response)) as Stored;
    if (response.status !== 200) throw new VolumeError(object.message ?? `the server answered ${response.status}`);
    return { version: object.metadata?.resourceVersion, content: contentOf(kind, object) };
  } catch (error) {
    if (error instanceof NetworkError) throw new VolumeError(`Get "${url}": ${error.message}`);
    throw error;
  }
}

/** Text stands as it is in a ConfigMap's `data`; everything else is base64. */
function contentOf(kind: ObjectReference["kind"], { data = {}, binaryData = {} }: Stored): ReadonlyMap<string, Uint8Array> {
  const decode = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const plain = (text: string): Uint8Array => new TextEncoder().encode(text);
  return new Map([
    ...Object.entries(data).map(([key, value]) => [key, kind === "Secret" ? decode(value) : plain(value)] as const),
    ...Object.entries(binaryData).map(([key, value]) => [key, decode(value)] as const),
  ]);
}

function keyOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind}/${namespace}/${name}`;
}
