import { type EpochMillis, epochMillis } from "@irsa-sim/core";

const FORM = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** The instant as SigV4 writes it: `20260105T090000Z`. */
export function formatAmzDate(instant: EpochMillis): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** Reads `20260105T090000Z`; `null` when it is something else. */
export function parseAmzDate(text: string): EpochMillis | null {
  const instant = Date.parse(text.replace(FORM, "$1-$2-$3T$4:$5:$6Z"));
  return FORM.test(text) && !Number.isNaN(instant) ? epochMillis(instant) : null;
}
