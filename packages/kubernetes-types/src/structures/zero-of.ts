import type { Json } from "@irsa-sim/core";
import type { GoType } from "./go-type.js";

/** What Go writes of a value that nobody has set; a structure's members have zeros of their own. */
export function zeroOf(type: GoType): Json {
  switch (type.kind) {
    case "struct":
      return {};
    case "bool":
      return false;
    case "int32":
    case "int64":
    case "int-or-string":
      return 0;
    case "string":
      return "";
    case "quantity":
      return "0";
    default:
      return null;
  }
}
