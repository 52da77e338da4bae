import type { ChangeEvent, TraceEvent } from "@irsa-sim/core";
import { lastNote } from "./cause.js";

/** A version of the webhook's ConfigMap. */
export interface ConfigMapVersion {
  /** `namespace/name` of the ConfigMap. */
  readonly name: string;
  readonly seq: number;
  /** What its key `config` holds; empty for none. */
  readonly config: string;
}

/** The versions of the webhook's ConfigMap, in order. */
export function configMapVersions(events: readonly TraceEvent[]): readonly ConfigMapVersion[] {
  return events.flatMap((event) => {
    const [, name] = event.kind === "change" ? (/^ConfigMap (.+\/pod-identity-webhook)$/.exec(event.what) ?? []) : [];
    return name === undefined ? [] : [{ name, seq: event.seq, config: configIn((event as ChangeEvent).after) }];
  });
}

/** Whether a version has an entry for a service account, as far as one can see without reading it. */
export function mentions({ config }: ConfigMapVersion, account: string): boolean {
  return config.includes(`"${account}"`) || config.includes(`"*/${account.slice(account.indexOf("/") + 1)}"`);
}

/** The ConfigMap whose entry gave the last pod its role, and so its audience; `null` where an annotation did, or nothing. */
export function deciding(events: readonly TraceEvent[], all: readonly TraceEvent[]): string | null {
  return lastNote(events, "webhook.decision")?.attributes.reason === "config-map" ? (configMapVersions(all).at(-1)?.name ?? null) : null;
}

function configIn(object: ChangeEvent["after"]): string {
  const { data } = (object ?? {}) as { readonly data?: Readonly<Record<string, string>> };
  return data?.config ?? "";
}
