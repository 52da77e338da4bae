import type { NoteEvent, TraceEvent } from "@irsa-sim/core";
import type { Cursor } from "../known/cursor.js";
import { seqAt } from "../known/seq-at.js";
import type { Story } from "../story.js";
import type { ChainProvider, ProviderChain } from "./provider-chain.js";

const VERDICTS: Readonly<Record<string, ChainProvider["verdict"]>> = { skip: "skipped", match: "used", error: "failed" };

/** The last walk through the SDK's chain of providers, as far as it had come at a place in a story; `null` before the first. */
export function chainAt(story: Story, cursor: Cursor): ProviderChain | null {
  const last = seqAt(story, cursor);
  const notes = story.events.filter((event): event is NoteEvent => event.kind === "note" && event.seq <= last);
  const latest = notes.findLast(({ name }) => name === "sdk.provider");
  if (latest === undefined) return null;
  const walk = notes.filter((note) => note.parent === latest.parent);
  const asked = walk.filter(({ name }) => name === "sdk.provider").map(readProvider);
  return { seq: latest.seq, sdk: story.sdk, providers: [...asked, ...notReached(walk, asked.at(-1)?.position ?? 0)] };
}

function readProvider({ attributes }: NoteEvent): ChainProvider {
  const { position, provider, kind, verdict, reason, inputs } = attributes;
  return {
    ...{ position: Number(position), name: String(provider), kind: kind === undefined ? null : String(kind) },
    verdict: VERDICTS[String(verdict)] ?? "skipped",
    reason: reason === undefined ? null : String(reason),
    inputs: Array.isArray(inputs) ? inputs.map(String) : [],
  };
}

function notReached(walk: readonly TraceEvent[], position: number): readonly ChainProvider[] {
  const note = walk.findLast((event): event is NoteEvent => event.kind === "note" && event.name === "sdk.providers-not-reached");
  const names = Array.isArray(note?.attributes.providers) ? note.attributes.providers.map(String) : [];
  return names.map((name, index) => ({ position: position + index + 1, name, kind: null, verdict: "not-reached", reason: null, inputs: [] }));
}
