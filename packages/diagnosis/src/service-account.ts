import type { ChangeEvent, TraceEvent } from "@irsa-sim/core";

/** A service account as it was stored, as far as causes read it. */
export interface StoredServiceAccount {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> };
}

/** Whenever a service account was stored: created, or changed. */
export function serviceAccountChanges(events: readonly TraceEvent[], account: string): readonly ChangeEvent[] {
  return events.filter((event): event is ChangeEvent => {
    if (event.kind !== "change") return false;
    const { kind, metadata } = (event.after ?? {}) as StoredServiceAccount;
    return kind === "ServiceAccount" && `${metadata?.namespace}/${metadata?.name}` === account;
  });
}

/** The value of an annotation of an object; `undefined` when it has none. */
export function annotationIn(object: unknown, annotation: string): string | undefined {
  return (object as StoredServiceAccount | null)?.metadata?.annotations?.[annotation];
}
