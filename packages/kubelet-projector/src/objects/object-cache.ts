/**
 * ConfigMaps and Secrets that pods on the node use: fetched when they are first needed, and again after they changed.
 * Differs from the kubelet: a wake-up says that one changed, where the kubelet keeps a watch open for each.
 */
import { bodyText, NetworkError, type Span } from "@irsa-sim/core";
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
  /** Forgets an object that changed. */
  changed(reference: ObjectReference): void;
}

interface Stored {
  readonly message?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

/** Creates an empty cache. */
export function createObjectCache(client: ApiServerClient): ObjectCache {
  const cache = new Map<string, ReadonlyMap<string, Uint8Array> | null>();
  return {
    async read(reference, root) {
      const key = keyOf(reference);
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const content = await fetchObject(client, reference, root);
      // An object that is not there is asked for again.
      if (content !== null) cache.set(key, content);
      return content;
    },
    isKnown: (reference) => cache.has(keyOf(reference)),
    changed: (reference) => {
      cache.delete(keyOf(reference));
    },
  };
}

async function fetchObject(client: ApiServerClient, { kind, namespace, name }: ObjectReference, root: Span): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const url = `${client.apiServerUrl}/api/v1/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`;
  const headers = { authorization: `Bearer ${client.bearerToken}`, accept: "application/json" };
  const span = root.enter(`Read ${kind} ${name}`, { step: 2, actor: "kubelet" });
  try {
    const response = await client.network.send({ method: "GET", url, headers, body: "" }, span, { name: `Get${kind}`, tls: client.tls });
    if (response.status === 404) return null;
    const object = JSON.parse(bodyText(response)) as Stored;
    if (response.status !== 200) throw new VolumeError(object.message ?? `the server answered ${response.status}`);
    return contentOf(kind, object);
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
