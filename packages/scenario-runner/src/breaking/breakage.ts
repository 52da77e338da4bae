/** One thing that can be broken in a scenario. It is written in the scenario's own language, so what was broken is again a scenario. */
import type { Json, JsonObject } from "@irsa-sim/core";

/** Something to break, and how the scenario language says so. */
export interface Breakage {
  /** Stable, for example `unreachable sts.eu-west-1.amazonaws.com`. */
  readonly id: string;
  /** For people: `Nobody reaches STS any more`. */
  readonly title: string;
  readonly change: FaultAt | SettingAt;
}

/** A fault of the catalogue, as a line of the timeline. */
export interface FaultAt {
  readonly kind: "fault";
  /** As the fault's schema takes it, under its name. */
  readonly fault: Readonly<Record<string, Json>>;
  /** Before all that happens, or when the pods run and nobody has called yet. */
  readonly before: "everything" | "the first call";
}

/** Another setting of the world, as a line of `patch`. */
export interface SettingAt {
  readonly kind: "setting";
  /** Of a place that every scenario has, or this one. */
  readonly address: string;
  /** What is merged in there (RFC 7396). */
  readonly value: JsonObject;
}
