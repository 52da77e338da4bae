import { itemsOf, type LocatedNode, memberOf, type ObjectNode, textOf } from "@irsa-sim/documents";
import type { WarningRule } from "./warning-rule.js";

/** A `subPath` mount shows the token that was there when the container started, for ever. */
export const tokenBySubPath: WarningRule = ({ workload: { podSpec } }) => {
  const volumes = itemsOf(memberOf(podSpec, "volumes"))
    .filter(holdsToken)
    .map((volume) => textOf(memberOf(volume, "name")));
  return containersOf(podSpec)
    .flatMap((container) => itemsOf(memberOf(container, "volumeMounts")))
    .flatMap((mount) => {
      const subPath = memberOf(mount, "subPath");
      if (textOf(subPath) === null || subPath === null || !volumes.includes(textOf(memberOf(mount, "name")))) return [];
      const message = `the token of volume ${textOf(memberOf(mount, "name"))} is mounted by subPath, which never shows a new one`;
      return [
        { cause: "token-swap-race", message, fix: "mount the volume without subPath, and read the token in its directory", at: subPath, breaksAt: "rotation" },
      ];
    });
};

function holdsToken(volume: LocatedNode): boolean {
  return itemsOf(memberOf(memberOf(volume, "projected"), "sources")).some((source) => memberOf(source, "serviceAccountToken") !== null);
}

function containersOf(podSpec: ObjectNode): readonly LocatedNode[] {
  return ["containers", "initContainers"].flatMap((name) => itemsOf(memberOf(podSpec, name)));
}
