import type { HttpRequest } from "@irsa-sim/core";
import { nodeNameOf, type User } from "../access/user.js";
import type { Resource } from "../storage/resources.js";

const MAX_LENGTH = 128;

/** Who manages what a request writes: as its parameter says, or else the program that sent it, which actors of ours do not tell. */
export function fieldManagerOf({ url, headers }: HttpRequest, user: User): string {
  const asked = new URL(url).searchParams.get("fieldManager") ?? "";
  if (asked !== "") return asked;
  const [program = ""] = (headers["user-agent"] ?? "").split("/");
  return program.slice(0, MAX_LENGTH) || programOf(user);
}

/** Whether it is kept who manages what: of events nobody asks. */
export function isTracked({ kind }: Resource): boolean {
  return kind !== "Event";
}

function programOf(user: User): string {
  if (nodeNameOf(user) !== null) return "kubelet";
  return user.name.startsWith("system:serviceaccount:kube-system:") ? "kube-controller-manager" : "unknown";
}
