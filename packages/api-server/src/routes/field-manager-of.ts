import type { HttpRequest } from "@irsa-sim/core";

const MAX_LENGTH = 128;

/** Who manages what a request writes: as its parameter says, or else the program that sent it. */
export function fieldManagerOf({ url, headers }: HttpRequest): string {
  const asked = new URL(url).searchParams.get("fieldManager") ?? "";
  if (asked !== "") return asked;
  const [program = ""] = (headers["user-agent"] ?? "").split("/");
  return program.slice(0, MAX_LENGTH) || "unknown";
}
