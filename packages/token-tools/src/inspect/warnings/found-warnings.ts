import type { FoundToken } from "../../read/find-token.js";
import type { TokenWarning } from "./token-warning.js";

/** More than one token, or a token file that holds more than its token. */
export function foundWarnings({ within, others }: Pick<FoundToken, "within" | "others">): readonly TokenWarning[] {
  return [
    ...(others > 0
      ? [{ id: "several-tokens", says: `${others} more token${others === 1 ? "" : "s"} stand${others === 1 ? "s" : ""} there: this is the first` }]
      : []),
    ...(within === "a longer text" && others === 0
      ? [{ id: "more-than-token", says: "something else stands around it: an SDK sends a token file whole, and STS takes that for no token" }]
      : []),
  ];
}
