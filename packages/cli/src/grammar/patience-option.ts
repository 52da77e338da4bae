import { parseDuration } from "@irsa-sim/core/schema";
import { InvalidArgumentError, Option } from "commander";

const DEFAULT = "10s";
const DEFAULT_MS = 10_000;
const LONGEST_MS = 3_600_000;

/** `--client-patience`, in milliseconds. */
export function patienceOption(): Option {
  const told = "how long a client may take for the headers of a request, or a handshake; six times as long for a body";
  return new Option("--client-patience <duration>", told).argParser(parsePatience).default(DEFAULT_MS, DEFAULT);
}

function parsePatience(text: string): number {
  const patienceMs = parseDuration(text);
  if (patienceMs === null || patienceMs <= 0 || patienceMs > LONGEST_MS)
    throw new InvalidArgumentError(`a duration up to an hour, such as 10s, found "${text}".`);
  return patienceMs;
}
